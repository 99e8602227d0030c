"""NHS numbers, contact details and safe-contact notes: by role, masked at first, each look audited."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import AuditEvent, Body
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseForm
from tests.permissions.access_relations import grant
from tests.walk.addresses import submission

NOTE = "Never ring before noon, he listens in"
PRIVATE = ("nia@example.org", "9991234567", "999 123 4567", "1 Sample Street", NOTE)


@pytest.fixture
def noted(make_case: Callable[..., Case]) -> Case:
    """A case whose complainant said how it is safe to reach them."""
    return make_case(safe_contact=NOTE)


@pytest.fixture
def visit(
    noted: Case, body: Body, client_for: Callable[..., Client]
) -> Callable[[Any, str], tuple[int, str]]:
    """What somebody reads on a page of the case."""

    def read(user: Any, name: str) -> tuple[int, str]:
        client = client_for(body)
        client.force_login(user)
        args = [] if name in {"today", "cases"} else [noted.reference]
        answer = client.get(reverse(f"staff_workspace:{name}", args=args))
        return answer.status_code, answer.content.decode()

    return read


@pytest.mark.parametrize("name", ["today", "cases", "case", "response", "files"])
def test_lists_and_first_sight_show_none_of_it_to_anybody(
    noted: Case, visit: Any, people: dict[str, Any], name: str
) -> None:
    for who in ("officer", "governance"):
        status, said = visit(people[who], name)
        assert status == 200
        assert [private for private in PRIVATE if private in said] == [], who


def test_a_handler_is_told_that_there_is_a_note_and_reads_it_with_the_details(
    noted: Case, visit: Any, people: dict[str, Any]
) -> None:
    _, summary = visit(people["officer"], "case")
    assert "●●● ●●● 4567" in summary
    assert "read it before any contact" in summary
    _, details = visit(people["officer"], "people")
    for private in ("nia@example.org", "9991234567", "1 Sample Street", NOTE):
        assert private in details
    row = AuditEvent.objects.order_by("-pk")[0]
    assert (row.action, row.detail["screen"]) == ("case.see_contact_details", "people")


def test_whoever_is_about_to_write_reads_the_note_and_the_audit_says_so(
    noted: Case, visit: Any, people: dict[str, Any]
) -> None:
    _, form = visit(people["officer"], "acknowledge")
    assert NOTE in form
    row = AuditEvent.objects.order_by("-pk")[0]
    assert row.detail["unmasked"] == ["safe_contact"]
    _, history = visit(people["governance"], "history")
    assert "with the note on safe contact" in history


def test_a_guest_who_reads_the_case_learns_that_there_is_a_note_and_not_what_it_says(
    noted: Case, visit: Any, people: dict[str, Any]
) -> None:
    grant(noted, Role.VIEWER, user=people["colleague"])
    for name in ("case", "files", "response"):
        status, said = visit(people["colleague"], name)
        assert status == 200
        assert [private for private in PRIVATE if private in said] == []
    assert "ask a case handler" in visit(people["colleague"], "case")[1]
    assert visit(people["colleague"], "people")[0] == 404


def test_a_form_about_the_case_is_for_those_who_may_see_contact_details(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    sent = submission(body, "HWE-2026-0099")
    came = CaseForm.objects.create(case=case, submission=sent, added_at=timezone.now())
    grant(case, Role.VIEWER, user=people["colleague"])
    address = reverse("staff_workspace:case_form", args=[case.reference, came.pk])
    answers = {}
    for who in ("officer", "colleague"):
        client = client_for(body)
        client.force_login(people[who])
        answers[who] = client.get(address)
        row = AuditEvent.objects.order_by("-pk")[0]
        assert row.action == Action.SEE_CONTACT_DETAILS, who
    assert {who: answer.status_code for who, answer in answers.items()} == {
        "officer": 200,
        "colleague": 404,
    }
