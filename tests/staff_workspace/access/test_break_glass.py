"""A Caldicott Guardian opens a case with a reason, for some hours; Governance hears of it at once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import gate, outbox
from permissions.models import AuditEvent, Body, OutboxItem
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.break_glass import NO_SUCH_CASE, break_glass, review_opening
from staff_workspace.models import Case, CaseOpening
from staff_workspace.policy.lifecycle import NotAllowed
from tests.permissions.access_relations import wall
from tests.workspace_people import make_person, make_team

WHY = "A child may be at risk tonight"


@pytest.fixture
def guardian(body: Body, people: dict[str, Any]) -> Any:
    """The Caldicott Guardian of the body."""
    return make_person(body, "guardian", make_team(body, "guardians", Role.GUARDIAN))


def opened(case: Case, by: Any) -> CaseOpening:
    """Break the glass."""
    return break_glass(body=case.body, by=by, reference=case.reference, reason=WHY)


def test_the_guardian_sees_the_case_for_the_body_s_hours_and_no_longer(
    case: Case, guardian: Any
) -> None:
    assert not gate.may(guardian, Action.VIEW_CASE, case)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        opened(case, guardian)
        assert gate.may(guardian, Action.VIEW_CASE, case)
        assert not gate.may(guardian, Action.GRADE, case)
        clock.shift(timedelta(hours=case.body.break_glass_hours))
        assert not gate.may(guardian, Action.VIEW_CASE, case)


def test_a_restricted_case_can_be_opened_and_a_walled_one_cannot(
    make_case: Callable[..., Case], people: dict[str, Any], guardian: Any
) -> None:
    restricted, walled = make_case(restricted=True), make_case()
    opened(restricted, guardian)
    assert gate.may(guardian, Action.VIEW_CASE, restricted)
    wall(walled, guardian, people["governance"])
    with pytest.raises(NotAllowed, match=NO_SUCH_CASE):
        opened(walled, guardian)
    with pytest.raises(NotAllowed, match=NO_SUCH_CASE):
        break_glass(body=walled.body, by=guardian, reference="HWE-2026-9999", reason=WHY)


def test_nobody_else_breaks_the_glass(case: Case, people: dict[str, Any]) -> None:
    root = User.objects.create(username="root", is_superuser=True)
    for user in (people["officer"], people["governance"], people["colleague"], root):
        with pytest.raises(Http404):
            opened(case, user)


def test_it_takes_a_reason_and_a_case_that_one_cannot_see_yet(case: Case, guardian: Any) -> None:
    with pytest.raises(NotAllowed, match="Say why"):
        break_glass(body=case.body, by=guardian, reference=case.reference, reason="so")
    opened(case, guardian)
    with pytest.raises(NotAllowed, match="already"):
        opened(case, guardian)


def test_governance_is_told_by_mail_and_on_today_but_nobody_behind_a_wall(
    case: Case,
    body: Body,
    people: dict[str, Any],
    guardian: Any,
    client_for: Callable[..., Client],
) -> None:
    relative = make_person(body, "relative", body.teams.get(key="governance"))
    wall(case, relative, people["governance"])
    for user in (people["governance"], relative, people["officer"]):
        User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.org")
    opened(case, guardian)
    outbox.work()
    assert [message.to for message in mail.outbox] == [["hwe.governance@example.org"]]
    assert case.headline not in mail.outbox[0].body
    client = client_for(body)
    for user, seen in ((people["governance"], True), (relative, False), (people["officer"], False)):
        client.force_login(user)
        said = client.get(reverse("staff_workspace:today")).content.decode()
        assert ("Broken glass to review" in said) is seen
    client.force_login(relative)
    assert case.reference not in client.get(reverse("staff_workspace:openings")).content.decode()


def test_an_opening_of_which_nobody_can_be_told_waits_under_undelivered(
    case: Case,
    body: Body,
    people: dict[str, Any],
    guardian: Any,
    client_for: Callable[..., Client],
) -> None:
    client = client_for(body)
    client.force_login(guardian)
    page = reverse("staff_workspace:break_glass")
    told = client.post(page, {"reference": case.reference, "reason": WHY}, follow=True)
    assert "Governance is being told" in told.content.decode()
    assert outbox.work() == 0
    client.force_login(people["governance"])
    waits = client.get(reverse("staff_workspace:undelivered")).content.decode()
    assert "Tell Governance that somebody broke the glass" in waits
    assert "Nobody of Governance who reviews it has an e-mail address" in waits
    User.objects.filter(pk=people["governance"].pk).update(email="governance@example.org")
    client.post(reverse("staff_workspace:undelivered"), {"item": OutboxItem.objects.get().pk})
    assert outbox.work() == 1
    assert [message.to for message in mail.outbox] == [["governance@example.org"]]


def test_today_says_to_a_guardian_what_they_can_do_while_no_case_is_open_to_them(
    case: Case, body: Body, guardian: Any, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client, today = client_for(body), reverse("staff_workspace:today")
    client.force_login(guardian)
    said = client.get(today).content.decode()
    assert "Open a case with a reason" in said
    for words in ("New cases appear here", "Nothing waits for you", "0 open cases", "(0)"):
        assert words not in said
    opened(case, guardian)
    assert "1 open case." in client.get(today).content.decode()
    client.force_login(people["officer"])
    assert "Open a case with a reason" not in client.get(today).content.decode()


def test_somebody_else_reviews_it_once(case: Case, people: dict[str, Any], guardian: Any) -> None:
    opening = opened(case, guardian)
    with pytest.raises(Http404):
        review_opening(opening=opening, by=people["officer"], note="Fine")
    review_opening(opening=opening, by=people["governance"], note="It was needed")
    assert opening.reviewed_by == people["governance"]
    with pytest.raises(NotAllowed, match="already"):
        review_opening(opening=opening, by=people["governance"], note="Again")


def test_what_the_guardian_looks_at_is_in_the_audit_under_the_opening(
    case: Case, body: Body, guardian: Any, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(guardian)
    page = reverse("staff_workspace:break_glass")
    assert "4 hours" in client.get(page).content.decode()
    wrong = client.post(page, {"reference": "HWE-2026-9999", "reason": WHY})
    assert NO_SUCH_CASE in wrong.content.decode()
    case_page = client.post(page, {"reference": case.reference.lower(), "reason": WHY}, follow=True)
    assert case.headline in case_page.content.decode()
    looked = AuditEvent.objects.filter(object_ref=case.reference, action=Action.VIEW_CASE).first()
    assert looked.under == f"broken glass {case.openings.get().pk}"


def test_governance_reviews_in_the_browser(
    case: Case,
    body: Body,
    people: dict[str, Any],
    guardian: Any,
    client_for: Callable[..., Client],
) -> None:
    opening = opened(case, guardian)
    client = client_for(body)
    client.force_login(people["governance"])
    page = reverse("staff_workspace:review_opening", args=[opening.pk])
    assert WHY in client.get(page).content.decode()
    assert "There is a problem" in client.post(page, {"note": ""}).content.decode()
    answer = client.post(page, {"note": "It was needed"}, follow=True)
    assert "Reviewed" in answer.content.decode()
    assert "already" in client.post(page, {"note": "Again"}).content.decode()
    client.force_login(people["officer"])
    assert client.get(page).status_code == 404
