"""A new code is issued after a check, shown once, and printed with a QR code of the reference."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.connectors.document_store import get_document_store
from tests.staff_workspace.complainant.conftest import Sent, open_it, text
from tests.workspace_people import at

GIVEN = {"checked": "asked what only they know", "reason": "Lost the paper", "sure": "true"}


@pytest.fixture
def staff(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """A browser of the case's officer."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def issue(staff: Client, sent: Sent) -> str:
    """The code that the page shows."""
    where = reverse("staff_workspace:issue_code", args=[sent.case.reference])
    page = staff.post(where, GIVEN)
    return text(page).split("Code ")[1].split()[0]


def figures(content: bytes) -> list[str]:
    """The alternative texts of the figures of a PDF."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            if node.S == "/Figure":
                found.append(str(node.Alt))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(BytesIO(content)) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return found


def test_a_new_code_opens_it_and_the_old_one_does_not(
    staff: Client, sent: Sent, outside: Client
) -> None:
    code = issue(staff, sent)
    assert open_it(outside, sent).status_code == 200
    assert open_it(outside, sent, code=code).status_code == 302


def test_the_reason_is_on_record_and_the_code_is_not(staff: Client, sent: Sent) -> None:
    code = issue(staff, sent)
    event = sent.case.events.get(name="code_issued")
    assert event.detail == "Who they are: asked what only they know. Why: Lost the paper"
    for row in AuditEvent.objects.all():
        assert code not in f"{row.object_ref} {row.detail}"


def test_without_a_check_there_is_no_code(staff: Client, sent: Sent) -> None:
    where = reverse("staff_workspace:issue_code", args=[sent.case.reference])
    said = text(staff.post(where, {**GIVEN, "sure": ""}))
    assert "Confirm that you have checked who they are" in said
    assert not sent.case.events.filter(name="code_issued").exists()


def test_the_sheet_carries_the_code_in_print_and_the_reference_alone_in_the_qr_code(
    staff: Client, sent: Sent
) -> None:
    code = issue(staff, sent)
    where = reverse("staff_workspace:code_sheet", args=[sent.case.reference])
    answer = staff.post(where, {"code": code})
    assert answer.headers["Content-Type"] == "application/pdf"
    [alt] = figures(answer.content)
    assert f"/your-complaint/?reference={sent.case.reference}" in alt
    assert code not in alt
    assert staff.post(where, {"code": "CDEF-GHJK-MNPQ-RTVW"}).status_code == 404


def test_a_consent_statement_leads_there_too(sent: Sent, people: dict[str, Any]) -> None:
    consent = make_consent_statement(
        case=sent.case, by=people["officer"], organisations=["Trust"], giver="Nia", at=at(20)
    )
    content = get_document_store().read(consent.document.store_key)
    assert any(f"?reference={sent.case.reference}" in alt for alt in figures(content))
