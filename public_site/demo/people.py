"""The staff of the demonstration's bodies: accounts, teams and who is in which. All made up."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.utils import timezone

from permissions.models import Body, StaffMember, Team, TeamMembership
from permissions.rules.matrix import Role
from staff_workspace.policy.profile import load

TABLE = Path(__file__).with_name("people.toml")
PASSWORD = "candour-demo"
SUPERUSER = "admin"
# Before every case of the demonstration, whatever day it is made for.
SINCE = timezone.make_aware(datetime(2020, 1, 1, 9))
ROLES = {
    "nursing_quality": Role.HANDLER,
    "governance": Role.GOVERNANCE,
    "signatories": Role.SIGNATORY,
    "guardians": Role.GUARDIAN,
}


@dataclass(frozen=True)
class Account:
    """One demo account, as the command prints it."""

    username: str
    who: str
    body: str


def load_people(bodies: dict[str, Body]) -> None:
    """Make the staff of ``bodies`` that are missing, and one superuser in no team."""
    hashed = make_password(PASSWORD)
    for row in _rows():
        body = bodies[row["key"]]
        teams = {team.key: team for team in body.teams.all()}
        for person in row["staff"]:
            member = _member(body, f"{row['accounts']}.{person['account']}", person, hashed)
            if person["team"]:
                _join(member, teams[person["team"]])
    superuser(hashed)


def load_teams(bodies: dict[str, Body]) -> None:
    """Make the teams of ``bodies``: they stand before the forms, which need an owner."""
    for row in _rows():
        for key, name in row["teams"].items():
            _team(bodies[row["key"]], key, name)


def accounts(bodies: dict[str, Body]) -> list[Account]:
    """The staff accounts of ``bodies``, each with its job and team."""
    staff = StaffMember.objects.filter(body__in=bodies.values()).select_related("user", "body")
    found = []
    for member in staff.prefetch_related("memberships__team").order_by("pk"):
        teams = [membership.team.name for membership in member.memberships.all()]
        who = f"{member.name}, {member.job_title} ({' and '.join(teams) or 'in no team'})"
        found.append(Account(member.user.username, who, member.body.short_name))
    return found


def account(body: Body, name: str) -> User:
    """The user of ``body`` whose account ends in ``name`` ("officer"). Raises DoesNotExist."""
    return User.objects.get(staff_member__body=body, username__endswith=f".{name}")


def superuser(hashed: str) -> User:
    """The administrator, who is in no team and therefore sees no case."""
    found, _ = User.objects.get_or_create(
        username=SUPERUSER,
        defaults={
            "password": hashed,
            "is_staff": True,
            "is_superuser": True,
            "email": "admin@example.org",
        },
    )
    return found


def _rows() -> list[dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))["body"]


def _team(body: Body, key: str, name: str) -> Team:
    group, _ = Group.objects.get_or_create(name=f"{body.short_name}: {name}")
    team, _ = Team.objects.update_or_create(
        body=body,
        key=key,
        defaults={
            "name": name,
            "role": ROLES[key],
            "owns_new_cases": key == "nursing_quality",
            "group": group,
        },
    )
    return team


def _member(body: Body, username: str, person: dict[str, Any], hashed: str) -> StaffMember:
    first, last = person["name"].split(" ", 1)
    user, _ = User.objects.get_or_create(
        username=username,
        defaults={
            "password": hashed,
            "first_name": first,
            "last_name": last,
            "email": f"{username}@example.org",
        },
    )
    title = load(body.profile_key).role_title(person["role"])
    member, _ = StaffMember.objects.update_or_create(
        user=user,
        defaults={
            "body": body,
            "name": person["name"],
            "job_title": person["job"].format(title=title),
        },
    )
    return member


def _join(member: StaffMember, team: Team) -> None:
    TeamMembership.objects.get_or_create(
        team=team,
        staff_member=member,
        defaults={"starts_at": SINCE, "reason": "Staff of the demonstration"},
    )
