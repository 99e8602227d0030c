"""A restriction of contact is on record with its review, and never keeps a new matter out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.add_issue import add_issue
from staff_workspace.actions.restrict_contact import restrict_contact
from staff_workspace.actions.review_restriction import end_restriction, review_restriction
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.restriction_decision import Decision, checks_asked
from staff_workspace.queries.contact_restrictions import restriction_shown
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("VX-5")
SHOWN = "Contact is restricted. To be looked at again on Monday 24 May 2027."


def restrict(case: Case, people: dict[str, Any], **changes: Any) -> None:
    """Restrict contact on 24 November 2026, as the policy asks."""
    own = case.profile.restrictions
    decision = Decision(
        on=date(2026, 11, 24),
        criteria=own.vex_criteria.in_force[:2],
        checks=checks_asked(case.profile),
        role=own.vex_deciders.in_force[0],
        stage_1_done=True,
    )
    restrict_contact(
        case=case,
        by=people["officer"],
        decision=replace(decision, **changes),
        decided_by="C. Executive",
        measures="By letter only",
        at=at(24, 12),
    )


def test_contact_is_restricted_once_and_only_as_a_last_resort(
    own_case: Case, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match="stage 1 first"):
        restrict(own_case, people, stage_1_done=False)
    with pytest.raises(NotAllowed, match="Still to be done before"):
        restrict(own_case, people, checks=())
    with pytest.raises(NotAllowed, match="not later than now"):
        restrict(own_case, people, on=date(2026, 11, 25))
    assert restriction_shown(own_case, today=date(2026, 11, 24)) == ""
    restrict(own_case, people)
    with pytest.raises(NotAllowed, match="restricted already"):
        restrict(own_case, people)
    assert restriction_shown(own_case, today=date(2026, 11, 24)) == SHOWN


def test_each_step_of_a_restriction_is_logged(own_case: Case, people: dict[str, Any]) -> None:
    step = {"case": own_case, "by": people["officer"], "reason": "Still daily letters"}
    with pytest.raises(NotAllowed, match="No restriction"):
        review_restriction(**step, next_review=date(2027, 3, 1), at=at(24))
    restrict(own_case, people)
    with pytest.raises(NotAllowed, match="lie ahead"):
        review_restriction(**step, next_review=date(2026, 12, 1), at=at(1, month=12))
    review_restriction(**step, next_review=date(2027, 3, 1), at=at(1, month=12))
    assert "1 March 2027" in restriction_shown(own_case, today=date(2026, 12, 2))
    agreed = frozenset(own_case.profile.restrictions.vex_withdraw_by.in_force)
    ground = "reasonable_behaviour"
    with pytest.raises(NotAllowed, match="Still to agree"):
        end_restriction(**step, agreed_by=frozenset(), ground=ground, at=at(2, month=12))
    with pytest.raises(NotAllowed, match="what has changed"):
        end_restriction(**step, agreed_by=agreed, ground="", at=at(2, month=12))
    end_restriction(**step, agreed_by=agreed, ground=ground, at=at(2, month=12))
    assert restriction_shown(own_case, today=date(2026, 12, 2)) == ""
    names = ["contact_restricted", "restriction_reviewed", "restriction_ended"]
    logged = own_case.events.filter(name__in=names).order_by("at")
    assert list(logged.values_list("name", flat=True)) == names
    assert "C. Executive" in logged[0].detail
    audited = AuditEvent.objects.filter(object_ref=own_case.reference).order_by("pk")
    verbs = [event.detail.get("verb") for event in audited]
    assert [v for v in verbs if v and "restrict" in v] == [
        "restrict_contact",
        "review_restriction",
        "end_restriction",
    ]


def test_a_restriction_ends_by_itself_where_the_policy_limits_it(
    at_west_essex: Body, own_case: Case, people: dict[str, Any]
) -> None:
    restrict(own_case, people)
    assert restriction_shown(own_case, today=date(2027, 5, 24))
    assert restriction_shown(own_case, today=date(2027, 5, 25)) == ""


def test_a_new_matter_of_somebody_restricted_is_taken_in_and_shows_the_restriction(
    own_case: Case, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    restrict(own_case, people)
    new = make_case(**ON_THEIR_OWN, received_at=at(25))
    assert restriction_shown(new, today=date(2026, 11, 26)) == SHOWN
    acknowledge(
        case=new, by=people["officer"], sent_at=at(26), channel="letter", offered_discussion=True
    )
    officer = people["officer"]
    add_issue(case=new, by=officer, point="Something new", who_answers="", at=at(26))
    assert (new.state, new.issues.count()) == ("acknowledged", 2)
    new.parties.update(email="other@example.org")
    assert restriction_shown(new, today=date(2026, 11, 26)) == ""


def test_the_screens_restrict_review_and_end_and_the_case_shows_it(
    body: Body, own_case: Case, people: dict[str, Any], client_for, time_machine: Any
) -> None:
    time_machine.move_to(at(24, 12), tick=False)
    desk: Client = client_for(body)
    desk.force_login(people["officer"])

    def send(name: str, data: dict[str, Any]) -> str:
        url = reverse(f"staff_workspace:{name}", args=[own_case.reference])
        assert desk.get(url).status_code == 200
        return desk.post(url, data, follow=True).content.decode()

    own = own_case.profile.restrictions
    filled = {
        "criteria": own.vex_criteria.in_force[:2],
        "stage_1": "yes",
        "checks": checks_asked(own_case.profile),
        "role": own.vex_deciders.in_force[0],
        "decided_by": "C. Executive",
        "capacity": "holder",
        "on-day": "24",
        "on-month": "11",
        "on-year": "2026",
        "measures": "By letter only",
    }
    assert SHOWN in send("restrict_contact", filled)
    review = {"next_review-day": "1", "next_review-month": "3", "next_review-year": "2027"}
    page = send("review_restriction", {**review, "reason": "Goes on"})
    assert "looked at again on Monday 1 March 2027" in page
    end = {"ground": "new_complaint", "agreed_by": own.vex_withdraw_by.in_force, "told": "on"}
    page = send("end_restriction", {**end, "reason": "A new complaint came"})
    assert "The restriction of contact has ended" in page
    assert "Contact is restricted." not in page
