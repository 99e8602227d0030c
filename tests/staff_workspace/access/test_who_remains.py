"""Somebody stays who can lift a wall; whoever is shut out does not learn of it by their leaving."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import Body, MatrixVersion, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import ANY, Role
from permissions.rules.walls import WallReason
from staff_workspace.actions.raise_wall import raise_wall
from staff_workspace.actions.team_members import end_membership
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.who_can_see import managers_of
from staff_workspace.queries.who_remains import would_leave_a_case_alone
from tests.permissions.access_relations import wall
from tests.workspace_people import RECEIVED, make_person


def walled_second(case: Case, people: dict[str, Any]) -> User:
    """A second member of Governance, who is the subject of the case."""
    team = people["governance"].staff_member.memberships.get().team
    second = make_person(case.body, "second-governance", team)
    raise_wall(
        case=case,
        by=people["governance"],
        against=second.staff_member,
        reason=WallReason.SUBJECT,
        note="Named in the complaint",
    )
    return second


def test_whoever_alone_could_lift_a_wall_stays_and_nobody_learns_of_it(
    case: Case, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    second = walled_second(case, people)
    own = people["governance"].staff_member.memberships.get()
    client = client_for(body)
    client.force_login(second)
    address = reverse("staff_workspace:end_membership", args=[own.pk])
    page = client.post(address, {"reason": "Retires"}).content.decode()
    assert "Nobody would be left who may see to every case" in page
    assert case.reference not in page
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        end_membership(
            membership=own,
            by=people["governance"],
            ends_at=timezone.now() + timedelta(days=30),
            reason="Retires next month",
        )
    assert managers_of(case) == {people["governance"].pk}


def test_whoever_could_lift_a_wall_leaves_once_somebody_else_can_for_good(
    case: Case, people: dict[str, Any]
) -> None:
    second = walled_second(case, people)
    own = people["governance"].staff_member.memberships.get()
    end = {"membership": own, "by": second, "ends_at": timezone.now(), "reason": "Retires"}
    third = make_person(case.body, "third-governance", own.team)
    for_now = third.staff_member.memberships.get()
    TeamMembership.objects.filter(pk=for_now.pk).update(ends_at=timezone.now() + timedelta(days=7))
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        end_membership(**end)
    TeamMembership.objects.filter(pk=for_now.pk).update(ends_at=None)
    end_membership(**end)
    assert managers_of(case) == {third.pk}


def test_the_subject_of_a_wall_and_whoever_lifts_none_leave_as_they_like(
    case: Case, people: dict[str, Any]
) -> None:
    second = walled_second(case, people)
    for user in (second, people["officer"]):
        membership = user.staff_member.memberships.get()
        end_membership(
            membership=membership, by=people["governance"], ends_at=timezone.now(), reason="Leaves"
        )
    assert managers_of(case) == {people["governance"].pk}


def test_a_case_that_nobody_can_see_to_any_more_keeps_nobody_who_is_shut_out_of_it(
    case: Case, people: dict[str, Any]
) -> None:
    second = walled_second(case, people)
    own = people["governance"].staff_member.memberships.get()
    third = make_person(case.body, "third-governance", own.team)
    wall(case, third, people["governance"])
    TeamMembership.objects.filter(pk=own.pk).update(ends_at=timezone.now() + timedelta(days=7))
    end_membership(
        membership=third.staff_member.memberships.get(),
        by=second,
        ends_at=timezone.now(),
        reason="Leaves",
    )
    assert managers_of(case) == {people["governance"].pk}


def test_the_only_one_of_governance_is_known_to_be_the_last_who_lifts_walls(
    case: Case, people: dict[str, Any]
) -> None:
    second = walled_second(case, people)
    second.staff_member.memberships.update(ends_at=timezone.now())
    own = people["governance"].staff_member.memberships.get()
    assert would_leave_a_case_alone(own, body=case.body, at=timezone.now())


def test_a_handler_whom_the_body_lets_lift_walls_counts_and_is_kept(
    case: Case, people: dict[str, Any]
) -> None:
    lifts = {**DEFAULT.rows[Role.HANDLER], Action.MANAGE_ACCESS: ANY}
    matrix = DEFAULT.with_row(Role.HANDLER, lifts).to_dict()
    case.body.matrix = MatrixVersion.objects.create(
        body=case.body, number=1, data=matrix, made_by_name="Test", made_at=RECEIVED
    )
    case.body.save()
    people["officer2"].staff_member.memberships.update(ends_at=timezone.now())
    second = walled_second(case, people)
    own = people["governance"].staff_member.memberships.get()
    end = {"by": second, "ends_at": timezone.now(), "reason": "Retires"}
    end_membership(membership=own, **end)
    assert managers_of(case) == {people["officer"].pk}
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        end_membership(membership=people["officer"].staff_member.memberships.get(), **end)


def test_whoever_alone_could_lift_a_wall_for_good_is_not_shut_out(
    case: Case, people: dict[str, Any]
) -> None:
    own = people["governance"].staff_member.memberships.get()
    second = make_person(case.body, "second-governance", own.team)
    for_now = second.staff_member.memberships.get()
    TeamMembership.objects.filter(pk=for_now.pk).update(ends_at=timezone.now() + timedelta(days=7))
    shutting = {"case": case, "by": second, "reason": WallReason.RELATIVE, "note": "A cousin"}
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        raise_wall(against=people["governance"].staff_member, **shutting)
    TeamMembership.objects.filter(pk=for_now.pk).update(ends_at=None)
    raise_wall(against=people["governance"].staff_member, **shutting)
    assert managers_of(case) == {second.pk}
