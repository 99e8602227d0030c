"""A million cases, made quickly: one body, ten teams, and people with few and many shared cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.db import connection, models
from psycopg.types.json import Json

from permissions.models import Body, StaffMember, Team, TeamMembership
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseUserGrant, ProfileVersion
from staff_workspace.policy import profile

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OPEN_STATES = ("received", "acknowledged", "investigating", "sign_off", "responded")
TEAMS = 10
OTHERS = 200
GRANTS_OF_OTHERS = 1_000


@dataclass(frozen=True)
class Seeded:
    """Who asks, for whose cases, and how many grants lie about."""

    body: Body
    people: dict[str, User]
    grants: int


def seed(number: int) -> Seeded:
    """Fill the database; the same every time."""
    body = Body.objects.create(key="hwe", name="A body", short_name="Body", profile_key="hwe_icb")
    teams = [_team(body, n) for n in range(TEAMS)]
    version = ProfileVersion.objects.create(
        body=body, number=1, effective_from=date(2020, 1, 1), data=profile.load("hwe_icb").to_dict()
    )
    like = Case(body=body, owner_team=teams[0], profile_version=version, headline="A complaint")
    copy(Case, _cases(like, number, teams))
    people = {
        "a team member": _person(body, "member", teams[0]),
        "somebody with five shared": _person(body, "five"),
        "somebody with 5,000 shared": _person(body, "many"),
    }
    grants = _share(number, list(people.values())[1:], _others())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return Seeded(body, people, grants)


def _team(body: Body, number: int) -> Team:
    group = Group.objects.create(name=f"team {number}")
    return Team.objects.create(
        body=body, key=f"team-{number}", name=f"Team {number}", role=Role.HANDLER, group=group
    )


def _person(body: Body, name: str, team: Team | None = None) -> User:
    user = User.objects.create(username=name)
    member = StaffMember.objects.create(user=user, body=body, name=name, job_title="Officer")
    if team:
        TeamMembership.objects.create(
            team=team, staff_member=member, starts_at=NOW - timedelta(days=900), reason="Works here"
        )
    return user


def _others() -> list[User]:
    return User.objects.bulk_create(User(username=f"other-{n}") for n in range(OTHERS))


def _cases(like: Case, number: int, teams: list[Team]) -> Iterator[Case]:
    chance = Random(2026)
    for n in range(number):
        like.reference = f"HWE-{n:07d}"
        like.received_at = NOW - timedelta(minutes=n * 2)
        like.owner_team_id = teams[chance.randrange(TEAMS)].pk
        is_open = chance.random() < 0.2
        like.state = OPEN_STATES[chance.randrange(5)] if is_open else "closed"
        like.next_due = (
            (NOW + timedelta(days=chance.randrange(-30, 220))).date() if is_open else None
        )
        yield like


def _share(number: int, people: list[User], others: list[User]) -> int:
    chance = Random(11)
    viewer = Permission.objects.get(codename=Role.VIEWER.value, content_type__model="case")
    first = Case.objects.order_by("pk").values_list("pk", flat=True)[0]
    wanted = [(people[0], 5), (people[1], 5_000), *((other, GRANTS_OF_OTHERS) for other in others)]

    def grants() -> Iterator[CaseUserGrant]:
        for user, how_many in wanted:
            for n in chance.sample(range(number), how_many):
                yield CaseUserGrant(
                    user=user,
                    permission=viewer,
                    content_object_id=first + n,
                    granted_at=NOW,
                    reason="Helps",
                )

    copy(CaseUserGrant, grants())
    return sum(how_many for _, how_many in wanted)


def copy(model: type[models.Model], rows: Iterator[Any]) -> None:
    """Write rows by COPY; numbers are given by the database."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as written,
    ):
        for row in rows:
            written.write_row(
                [
                    Json(value) if isinstance(value, (dict, list)) else value
                    for value in (getattr(row, field.attname) for field in fields)
                ]
            )
