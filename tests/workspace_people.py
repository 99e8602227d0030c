"""A body with its people and policy, and a case that somebody brought for a relative."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from permissions.models import Body, StaffMember, Team, TeamMembership
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseEvent, ElectronicConsent, Issue, Party, ProfileVersion
from staff_workspace.policy import profile
from staff_workspace.queries.case_clocks import refresh_due_dates

LONG_AGO = timezone.make_aware(datetime(2020, 1, 1))
RECEIVED = timezone.make_aware(datetime(2026, 11, 19, 14, 31))


def at(day: int, hour: int = 10, month: int = 11) -> datetime:
    """A moment of 2026 in London."""
    return timezone.make_aware(datetime(2026, month, day, hour))


def make_team(body: Body, key: str, role: Role, *, owns: bool = False) -> Team:
    """A team with its anchor group."""
    group = Group.objects.create(name=f"{body.key}:{key}")
    return Team.objects.create(
        body=body, key=key, name=key.title(), role=role, owns_new_cases=owns, group=group
    )


def make_person(body: Body, name: str, team: Team | None = None) -> User:
    """A member of staff, in ``team`` where one is given."""
    user = User.objects.create(username=f"{body.key}.{name}")
    member = StaffMember.objects.create(
        user=user, body=body, name=name.title(), job_title=f"{name.title()} of {body.short_name}"
    )
    if team:
        TeamMembership.objects.create(
            team=team, staff_member=member, starts_at=LONG_AGO, reason="For the tests"
        )
    return user


def staffed(body: Body) -> dict[str, Any]:
    """Give ``body`` its policy, three teams and the people of a test."""
    ProfileVersion.objects.create(
        body=body,
        number=1,
        effective_from=LONG_AGO.date(),
        data=profile.load(body.profile_key).to_dict(),
    )
    nursing = make_team(body, "nursing", Role.HANDLER, owns=True)
    governance = make_team(body, "governance", Role.GOVERNANCE)
    signatories = make_team(body, "signatories", Role.SIGNATORY)
    return {
        "nursing": nursing,
        "officer": make_person(body, "officer", nursing),
        "officer2": make_person(body, "second", nursing),
        "governance": make_person(body, "governance", governance),
        "signatory": make_person(body, "signatory", signatories),
        "colleague": make_person(body, "colleague"),
    }


@pytest.fixture
def people(body: Body) -> dict[str, Any]:
    """The staff of the body."""
    return staffed(body)


@pytest.fixture
def make_case(body: Body, people: dict[str, Any]) -> Callable[..., Case]:
    """Open a complaint; keyword arguments change it."""

    def make(**changes: Any) -> Case:
        owner = changes.pop("body", body)
        team = owner.teams.get(owns_new_cases=True)
        number = Case.objects.count() + 1
        values = {
            "body": owner,
            "owner_team": team,
            "profile_version": owner.profile_versions.first(),
            "reference": f"{owner.key.upper()}-2026-{number:04d}",
            "kind": "complaint",
            "headline": "Complaint by a daughter for the patient",
            "story": "My father waited nine hours and nobody told us why.",
            "on_behalf": True,
            "representation": "lacks_capacity",
            "received_at": RECEIVED,
        }
        case = Case.objects.create(**{**values, **changes})
        Party.objects.create(
            case=case,
            role="complainant",
            name="Nia Example",
            relationship="Daughter",
            address="1 Sample Street\nHertford",
            email="nia@example.org",
            phone="07700 900123",
        )
        ElectronicConsent.objects.create(
            case=case, address="nia@example.org", given_at=case.received_at
        )
        Party.objects.create(
            case=case, role="patient", name="Owen Example", nhs_number="9991234567"
        )
        Issue.objects.create(case=case, number=1, point="Nine hours on a trolley")
        CaseEvent.objects.create(
            case=case,
            name="received",
            at=case.received_at,
            title="Complaint received",
            by_name="website",
            recorded_at=case.received_at,
        )
        refresh_due_dates(case, as_of=case.received_at)
        case.save()
        return case

    return make


@pytest.fixture
def case(make_case: Callable[..., Case]) -> Case:
    """A complaint by a daughter for her father, received on Thursday 19 November 2026."""
    return make_case()
