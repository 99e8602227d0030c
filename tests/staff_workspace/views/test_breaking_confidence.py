"""Confidence is broken with everything on record, on the case, and by nobody who only reads it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from permissions.rules.actions import Action
from staff_workspace.actions.break_confidence import break_confidence
from staff_workspace.models import Case
from staff_workspace.policy.confidentiality import BreachRecord
from staff_workspace.policy.lifecycle import NotAllowed
from tests.workspace_people import at

ALL = {"caldicott_guardian", "information_governance", "deputy_director_of_nursing"}
SHARED = "Only the name and where to find her"
FILLED = {
    "ground": "risk",
    "rationale": "She said where and when",
    "consent_attempts": "Called twice",
    "proportionality": "The crew needs no more",
    "shared_what": SHARED,
    "shared_with": "The ambulance service",
}
ON = {"on-day": "20", "on-month": "11", "on-year": "2026"}


@pytest.fixture(autouse=True)
def on_a_day_after_receipt(time_machine: Any) -> None:
    """Friday 20 November 2026."""
    time_machine.move_to(at(20), tick=False)


def broken(case: Case, by: Any, advisers: set[str], **changes: str) -> None:
    """Record it with the advice of ``advisers``."""
    record = BreachRecord(**{**FILLED, **changes}, advisers=frozenset(advisers))
    break_confidence(case=case, by=by, record=record, shared_at=at(20))


@pytest.mark.requirement("CF-1")
@pytest.mark.parametrize(
    ("profile", "too_few", "enough"),
    [
        ("hwe_icb", set(), {"caldicott_guardian"}),
        ("hwe_icb", {"legal_adviser"}, {"information_governance"}),
        ("west_essex_ccg", ALL - {"information_governance"}, ALL),
    ],
)
def test_confidence_is_broken_on_the_advice_that_the_body_s_policy_asks_for(
    body: Body, request: Any, profile: str, too_few: set[str], enough: set[str]
) -> None:
    body.profile_key = profile
    body.save()
    case = request.getfixturevalue("case")
    officer = request.getfixturevalue("people")["officer"]
    with pytest.raises(NotAllowed, match="The record lacks advice from"):
        broken(case, officer, too_few)
    assert not case.events.filter(name="confidence_broken").exists()
    broken(case, officer, enough)
    told = case.events.get(name="confidence_broken").detail
    for words in ("Danger to the patient or to others", "Called twice", SHARED, "ambulance"):
        assert words in told


@pytest.mark.requirement("CF-1")
@pytest.mark.parametrize("lacking", list(FILLED))
def test_confidence_is_not_broken_while_something_is_not_on_record(
    case: Case, people: dict[str, Any], lacking: str
) -> None:
    with pytest.raises(NotAllowed, match="The record lacks"):
        broken(case, people["officer"], ALL, **{lacking: " "})
    assert not case.events.filter(name="confidence_broken").exists()


def test_who_may_not_share_a_case_breaks_no_confidence(case: Case, people: dict[str, Any]) -> None:
    for role in ("signatory", "colleague"):
        with pytest.raises(Http404):
            broken(case, people[role], ALL)


@pytest.mark.requirement("CF-1")
def test_it_is_recorded_on_a_screen_and_stands_on_the_case(
    case: Case, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    case_page = reverse("staff_workspace:case", args=[case.reference])
    assert "Record that confidence is broken" in client.get(case_page).content.decode()
    page = reverse("staff_workspace:break_confidence", args=[case.reference])
    assert "Caldicott Guardian" in client.get(page).content.decode()
    assert "Select the ground" in client.post(page, {}).content.decode()
    refused = client.post(page, {**FILLED, **ON}).content.decode()
    assert "The record lacks advice from" in refused
    filled = {**FILLED, **ON, "advisers": ["caldicott_guardian"]}
    done = client.post(page, filled, follow=True).content.decode()
    for words in ("It is recorded that confidence was broken", "Confidence was broken", SHARED):
        assert words in done
    audited = AuditEvent.objects.filter(action=Action.SHARE_CASE, detail__verb="break_confidence")
    assert audited.get().detail["advisers"] == ["caldicott_guardian"]
