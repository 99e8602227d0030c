"""A complaint for somebody else, from receipt to closing, by the actions alone."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from permissions.models import AuditEvent
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.approve_draft import approve_draft
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.draft_response import draft_response, draft_state
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.judge_authority import judge_authority
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.record_finding import record_finding
from staff_workspace.actions.return_draft import return_draft
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.connectors.document_store import get_document_store
from staff_workspace.models import Case, CaseDocument
from staff_workspace.policy import response_content
from staff_workspace.policy.lifecycle import NotAllowed
from tests.workspace_people import at


def text_of(document: CaseDocument) -> str:
    """The words of a kept PDF."""
    reader = PdfReader(BytesIO(get_document_store().read(document.store_key)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def all_ticked(case: Case) -> dict[str, bool]:
    """Every element of the body's letter."""
    return {e.key: True for e in response_content.checklist(case.profile)}


def to_sign_off(case: Case, people: dict[str, Any]) -> None:
    """Work the case as far as the signature."""
    officer = people["officer"]
    judge_authority(
        case=case,
        by=officer,
        decision="accepted",
        reason="Registered, names the complainant",
        evidence_seen="Lasting power of attorney",
        at=at(20),
    )
    consent = make_consent_statement(
        case=case,
        by=officer,
        organisations=["Example Hospital Trust"],
        giver="Nia Example",
        at=at(20, 11),
    )
    acknowledge(case=case, by=officer, sent_at=at(23), channel="letter", offered_discussion=True)
    record_consent(consent=consent, by=officer, signed=True, received_at=at(27), method="post")
    grade_case(case=case, by=officer, grade="moderate", reason="No lasting harm", at=at(27, 11))
    record_finding(
        issue=case.issues.get(),
        by=officer,
        finding="partly_upheld",
        explanation="The wait was long because two wards were closed.",
        at=at(30),
    )
    draft_response(
        case=case,
        by=officer,
        text="We looked into it.\n\nWe are sorry.",
        elements=all_ticked(case),
        at=at(1, month=12),
    )
    submit_for_sign_off(case=case, by=officer, at=at(1, 12, month=12))
    approve_draft(case=case, by=people["governance"], version=1, at=at(1, 14, month=12))


@pytest.mark.requirement("QA-1")
def test_a_complaint_for_a_relative_goes_from_receipt_to_closing(
    case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    to_sign_off(case, people)
    assert case.state == "sign_off"
    sign_response(case=case, by=people["signatory"], version=1, at=at(2, month=12))
    send_response(case=case, by=officer, sent_at=at(3, month=12), channel="post")
    close_case(case=case, by=officer, because="responded", at=at(4, month=12))
    assert case.state == "closed"
    assert case.outcome == "partly_upheld"
    names = [event.name for event in case.events.order_by("at", "pk")]
    assert names == [
        "received",
        "authority_accepted",
        "consent_requested",
        "acknowledged",
        "consent_received",
        "graded",
        "finding",
        "drafted",
        "submitted_for_signoff",
        "draft_approved",
        "signed",
        "final_response_sent",
        "closed",
    ]
    assert AuditEvent.objects.filter(object_ref=case.reference).count() == 12


def test_the_statement_of_an_nhs_body_is_its_sharing_consent(
    case: Case, people: dict[str, Any]
) -> None:
    to_sign_off(case, people)
    document = case.documents.get(kind="sharing_consent")
    words = text_of(document)
    for expected in (case.reference, "Nia Example", "Owen Example", "Example Hospital Trust"):
        assert expected in words


def test_the_signed_letter_names_its_signatory_and_holds_the_text(
    case: Case, people: dict[str, Any]
) -> None:
    to_sign_off(case, people)
    sign_response(case=case, by=people["signatory"], version=1, at=at(2, month=12))
    words = text_of(case.responses.first().document)
    assert "We looked into it." in words
    assert "Signatory of HWE" in words


@pytest.mark.requirement("QA-5")
def test_nobody_signs_their_own_draft(case: Case, people: dict[str, Any]) -> None:
    to_sign_off(case, people)
    response = case.responses.first()
    response.drafted_by = people["signatory"]
    response.save()
    with pytest.raises(NotAllowed, match="You drafted this response"):
        sign_response(case=case, by=people["signatory"], version=1, at=at(2, month=12))
    case.refresh_from_db()
    assert case.state == "sign_off"
    assert not case.documents.filter(kind="response").exists()


def test_a_signatory_signs_only_the_letter_that_they_read(
    case: Case, people: dict[str, Any]
) -> None:
    officer, signatory = people["officer"], people["signatory"]
    to_sign_off(case, people)
    return_draft(case=case, by=signatory, reason="Too short", at=at(2, month=12))
    draft_response(
        case=case,
        by=officer,
        text="A longer letter.",
        elements=all_ticked(case),
        at=at(3, month=12),
    )
    submit_for_sign_off(case=case, by=officer, at=at(3, 12, month=12))
    approve_draft(case=case, by=people["governance"], version=2, at=at(3, 13, month=12))
    with pytest.raises(NotAllowed, match="Read it again"):
        sign_response(case=case, by=signatory, version=1, at=at(4, month=12))
    sign_response(case=case, by=signatory, version=2, at=at(4, month=12))
    assert "A longer letter." in text_of(case.responses.first().document)


def test_two_people_do_not_overwrite_each_others_draft(case: Case, people: dict[str, Any]) -> None:
    officer = people["officer"]
    to_sign_off(case, people)
    return_draft(case=case, by=people["signatory"], reason="Too short", at=at(2, month=12))
    opened = draft_state(case.responses.first())
    draft_response(
        case=case, by=officer, text="First.", elements={}, based_on=opened, at=at(3, month=12)
    )
    with pytest.raises(NotAllowed, match="since you opened it"):
        draft_response(
            case=case,
            by=people["officer2"],
            text="Second.",
            elements={},
            based_on=opened,
            at=at(3, 12, month=12),
        )
    assert case.responses.first().text == "First."


def test_a_refusal_undoes_an_earlier_signature(case: Case, people: dict[str, Any]) -> None:
    officer = people["officer"]
    to_sign_off(case, people)
    later = make_consent_statement(
        case=case, by=officer, organisations=["Another"], giver="Nia Example", at=at(1, 13, 12)
    )
    record_consent(
        consent=later, by=officer, signed=False, received_at=at(2, month=12), method="post"
    )
    sign_response(case=case, by=people["signatory"], version=1, at=at(3, month=12))
    with pytest.raises(NotAllowed, match="consent"):
        send_response(case=case, by=officer, sent_at=at(4, month=12), channel="post")


@pytest.mark.requirement("CL-2")
def test_an_acknowledgement_without_the_offer_to_discuss_stops_no_clock(
    case: Case, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match="regulation 13"):
        acknowledge(
            case=case,
            by=people["officer"],
            sent_at=at(20),
            channel="letter",
            offered_discussion=False,
        )
    case.refresh_from_db()
    assert case.acknowledged_at is None
    assert not case.events.filter(name="acknowledged").exists()


@pytest.mark.requirement("CN-2")
def test_a_response_to_a_representative_waits_for_the_signed_consent(
    case: Case, people: dict[str, Any]
) -> None:
    to_sign_off(case, people)
    sign_response(case=case, by=people["signatory"], version=1, at=at(2, month=12))
    case.consents.update(answer="refused")
    with pytest.raises(NotAllowed, match="consent"):
        send_response(case=case, by=people["officer"], sent_at=at(3, month=12), channel="post")


def test_an_action_on_the_wrong_state_changes_nothing(case: Case, people: dict[str, Any]) -> None:
    events = case.events.count()
    with pytest.raises(NotAllowed, match="not a reason for closing"):
        close_case(case=case, by=people["officer"], because="responded", at=at(20))
    assert case.events.count() == events


@pytest.mark.requirement("RL-1")
def test_a_draft_is_not_passed_on_while_a_letter_element_is_missing(
    case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    acknowledge(case=case, by=officer, sent_at=at(23), channel="email", offered_discussion=True)
    grade_case(case=case, by=officer, grade="minor", reason="Small", at=at(24))
    record_finding(
        issue=case.issues.get(), by=officer, finding="upheld", explanation="Yes", at=at(25)
    )
    draft_response(case=case, by=officer, text="Short.", elements={}, at=at(26))
    with pytest.raises(NotAllowed, match="still lacks"):
        submit_for_sign_off(case=case, by=officer, at=at(26, 12))
