"""Governance says who is in a team, with dates and a reason; nobody else can."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import gate
from permissions.models import AuditEvent, Body, TeamMembership
from permissions.rules.actions import Action
from staff_workspace.actions.team_members import add_to_team, end_membership
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.workspace_people import at, make_person


def added(people: dict[str, Any], **changes: Any) -> TeamMembership:
    """Governance adds the colleague to the team that has the cases."""
    terms = {"starts_at": timezone.now(), "ends_at": None, "reason": "Cover for leave", **changes}
    return add_to_team(
        team=people["nursing"],
        by=people["governance"],
        member=people["colleague"].staff_member,
        **terms,
    )


def test_a_member_sees_the_team_s_cases_from_the_first_to_the_last_minute(
    case: Case, people: dict[str, Any]
) -> None:
    with time_machine.travel(at(20), tick=False) as clock:
        added(people, starts_at=at(21), ends_at=at(22))
        seen = []
        for _ in range(3):
            seen.append(gate.may(people["colleague"], Action.VIEW_CASE, case))
            clock.shift(timedelta(days=1))
        assert seen == [False, True, False]


def test_a_superuser_who_adds_themselves_gains_nothing(case: Case, people: dict[str, Any]) -> None:
    root = User.objects.create(username="root", is_superuser=True, is_staff=True)
    root.groups.add(*[team.group for team in case.body.teams.all()])
    assert not gate.may(root, Action.VIEW_CASE, case)
    with pytest.raises(Http404):
        add_to_team(
            team=people["nursing"],
            by=root,
            member=people["colleague"].staff_member,
            starts_at=timezone.now(),
            ends_at=None,
            reason="I am the administrator",
        )


def test_handlers_do_not_say_who_is_in_a_team(people: dict[str, Any]) -> None:
    membership = people["officer2"].staff_member.memberships.get()
    with pytest.raises(Http404):
        end_membership(
            membership=membership, by=people["officer"], ends_at=timezone.now(), reason="Rival"
        )


def test_nobody_is_in_a_team_twice_or_before_it_begins(people: dict[str, Any]) -> None:
    added(people)
    with pytest.raises(NotAllowed, match="already"):
        added(people)
    with pytest.raises(NotAllowed, match="later"):
        added(people, ends_at=timezone.now() - timedelta(days=1))


def test_the_last_of_governance_stays(body: Body, people: dict[str, Any]) -> None:
    own = people["governance"].staff_member.memberships.get()
    end = {"by": people["governance"], "reason": "Retires"}
    with pytest.raises(NotAllowed, match="Nobody would be left"):
        end_membership(membership=own, ends_at=timezone.now(), **end)
    make_person(body, "second-governance", own.team)
    end_membership(membership=own, ends_at=timezone.now(), **end)
    assert not gate.may(people["governance"], Action.MANAGE_TEAMS, body)


def test_an_ended_membership_is_not_ended_again(people: dict[str, Any]) -> None:
    membership = added(people)
    end = {"membership": membership, "by": people["governance"], "reason": "Back home"}
    now = timezone.now()
    end_membership(ends_at=now, **end)
    with pytest.raises(NotAllowed, match="ended already"):
        end_membership(ends_at=now, **end)


def test_every_change_is_in_the_audit_with_its_reason(people: dict[str, Any]) -> None:
    membership = added(people)
    end_membership(
        membership=membership, by=people["governance"], ends_at=timezone.now(), reason="Back"
    )
    events = AuditEvent.objects.filter(action=Action.MANAGE_TEAMS).order_by("pk")
    assert [(e.detail["verb"], e.detail["reason"]) for e in events] == [
        ("add", "Cover for leave"),
        ("end", "Back"),
    ]


def test_governance_adds_and_ends_in_the_browser(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    teams = reverse("staff_workspace:teams")
    assert "New cases come to this team" in client.get(teams).content.decode()
    join = reverse("staff_workspace:join_team", args=[people["nursing"].pk])
    member = people["colleague"].staff_member
    assert "There is a problem" in client.post(join, {"member": "", "reason": ""}).content.decode()
    said = client.post(join, {"member": member.pk, "reason": "Cover"}, follow=True)
    assert "Colleague is in Nursing" in said.content.decode()
    end = reverse("staff_workspace:end_membership", args=[member.memberships.get().pk])
    said = client.post(end, {"reason": "Leave is over"}, follow=True).content.decode()
    assert "Colleague leaves Nursing now" in said
    assert "Who was in Nursing before" in said
    for user in (people["officer"], people["signatory"]):
        client.force_login(user)
        for address in (teams, join, end):
            assert client.get(address).status_code == 404


def test_another_body_s_team_is_not_there(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    for name in ("join_team", "end_membership"):
        assert client.get(reverse(f"staff_workspace:{name}", args=[999_999])).status_code == 404
