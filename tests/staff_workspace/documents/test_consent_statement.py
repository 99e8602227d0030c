"""Consent statements: what each kind must say, who signs, and that it fits the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from staff_workspace.documents.branding import Branding
from staff_workspace.documents.consent_statement import ConsentStatement, render

Reader = Callable[[bytes], str]


@pytest.fixture
def authority(sharing: ConsentStatement) -> ConsentStatement:
    return replace(sharing, kind="legal_authority", organisations=(), person_term="service user")


@pytest.fixture
def chosen(authority: ConsentStatement) -> ConsentStatement:
    return replace(authority, kind="chosen_representative", authority_basis="")


@pytest.mark.requirement("CN-1", "CN-5")
def test_sharing_consent_names_each_organisation_with_a_yes_and_a_no_box(
    sharing: ConsentStatement, nhs_body: Branding, nodes: Callable[[bytes], list[Any]]
) -> None:
    boxes = [node.alt for node in nodes(render(sharing, nhs_body)) if node.kind == "Figure"]
    assert boxes == [
        f"Empty box to tick for {answer}: {name}"
        for name in sharing.organisations
        for answer in ("Yes", "No")
    ]


@pytest.mark.requirement("CN-1", "CN-5")
def test_sharing_consent_covers_looking_into_sharing_records_and_replying(
    sharing: ConsentStatement, nhs_body: Branding, text_of: Reader
) -> None:
    text = text_of(render(sharing, nhs_body))
    for part in (
        "may look into this complaint",
        "may share the complaint, and the information needed to answer it",
        "may look at the health and care records of José O'Brien",
        "may reply to Orla O'Brien",
        "If you tick No, or tick nothing, we will not share with that organisation",
        "prepared on 5 March 2026",
    ):
        assert part in text


@pytest.mark.requirement("CN-2", "CN-5")
def test_an_attorney_signs_a_sharing_consent_for_the_patient_and_says_why_they_may(
    sharing: ConsentStatement, nhs_body: Branding, text_of: Reader
) -> None:
    text = text_of(render(sharing, nhs_body))
    assert "Signed by Orla O'Brien, on behalf of José O'Brien" in text
    assert "Lasting power of attorney for health and welfare" in text
    assert "in their best interests" in text


@pytest.mark.requirement("CN-2")
def test_a_patient_represented_by_choice_signs_and_agrees_to_the_representative(
    sharing: ConsentStatement, nhs_body: Branding, text_of: Reader
) -> None:
    text = text_of(render(replace(sharing, authority_basis=""), nhs_body))
    assert "Signed by José O'Brien" in text
    assert "on behalf of" not in text
    assert "I am José O'Brien. Orla O'Brien may make this complaint for me." in text


@pytest.mark.requirement("CN-1")
def test_a_patient_complaining_in_person_is_not_asked_about_a_representative(
    sharing: ConsentStatement, nhs_body: Branding, text_of: Reader
) -> None:
    own = replace(sharing, complainant_name="José O'Brien", authority_basis="")
    text = text_of(render(own, nhs_body))
    assert "may make this complaint for me" not in text
    assert "Relationship to" not in text
    assert "may reply to" not in text


@pytest.mark.requirement("CN-6")
def test_legal_authority_holds_both_people_the_declaration_and_one_signature(
    authority: ConsentStatement, company: Branding, text_of: Reader
) -> None:
    text = text_of(render(authority, company))
    for part in (
        "Orla O'Brien",
        "3 Test Road, Exampleton, EX3 3CC",
        "Relationship to service user Daughter",
        "José O'Brien",
        "Rowan House, 4 Trial Avenue, Exampleton",
        "3 May 1941",
        "is unable to act for themselves in this complaint",
        "have the legal right to act as their representative. I enclose documents",
        "to look into this complaint and, where necessary, to obtain relevant personal and "
        "confidential information",
        "may reply to me as the representative",
        "not a breach of the service user’s confidentiality",
        "The information in this statement is true and accurate.",
        "Signed by Orla O'Brien, representative",
    ):
        assert part in text
    assert text.count("Print name") == 1


@pytest.mark.requirement("CN-6", "WC-8")
def test_legal_authority_lists_the_proof_to_enclose(
    authority: ConsentStatement, company: Branding, text_of: Reader
) -> None:
    text = text_of(render(authority, company))
    for proof in ("power of attorney", "appointee documents", "Department for Work and Pensions"):
        assert proof in text


@pytest.mark.requirement("CN-6")
def test_a_chosen_representative_is_confirmed_by_the_service_user_and_both_sign(
    chosen: ConsentStatement, company: Branding, text_of: Reader
) -> None:
    text = text_of(render(chosen, company))
    assert "I, José O'Brien, confirm that Orla O'Brien is my chosen representative" in text
    assert "not a breach of my confidentiality" in text
    assert "true and accurate" in text
    assert "Signed by José O'Brien, service user" in text
    assert "Signed by Orla O'Brien, representative" in text
    assert text.count("Print name") == text.count("Signature ") == 2


@pytest.mark.requirement("CN-6")
def test_the_two_signatures_are_read_one_person_after_the_other(
    chosen: ConsentStatement, company: Branding
) -> None:
    with pikepdf.open(BytesIO(render(chosen, company))) as pdf:
        kids = list(pdf.Root.StructTreeRoot.K[0].K)
        horizontal = [_left_edge(pdf, kid) for kid in kids if str(kid.S) == "/P"]
    signature_boxes = horizontal[-9:-1]
    assert signature_boxes[:4] == [signature_boxes[0]] * 4
    assert signature_boxes[4:] == [signature_boxes[4]] * 4
    assert signature_boxes[0] < signature_boxes[4]


def _left_edge(pdf: pikepdf.Pdf, element: pikepdf.Object) -> float:
    """Where the flowable of an element's first mark begins, from the left."""
    mark, seen = element.K[0], []
    page = next(p for p in pdf.pages if p.objgen == mark.Pg.objgen)
    stack: list[float] = [0.0]
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "q":
            stack.append(stack[-1])
        elif operator == "Q":
            stack.pop()
        elif operator == "cm":
            stack[-1] += float(step.operands[4])
        elif operator == "BDC" and dict(step.operands[1]).get("/MCID") == mark.MCID:
            seen.append(round(stack[-1], 1))
    return seen[0]


@pytest.mark.requirement("CN-1", "CN-6")
@pytest.mark.parametrize("kind", ["sharing", "authority", "chosen"])
def test_each_statement_says_how_to_change_ones_mind_and_send_it_back(
    kind: str, request: pytest.FixtureRequest, nhs_body: Branding, text_of: Reader
) -> None:
    text = text_of(render(request.getfixturevalue(kind), nhs_body))
    for part in (
        "You can change your mind at any time",
        "How to send it back",
        "1 Sample Street, Exampleton, EX1 1AA",
        "feedback@example.org",
        "01632 960001",
        "Date",
    ):
        assert part in text


@pytest.mark.parametrize("kind", ["sharing", "authority", "chosen"])
def test_each_statement_fits_on_two_sheets_and_signs_on_one_page(
    kind: str, request: pytest.FixtureRequest, nhs_body: Branding
) -> None:
    pages = PdfReader(BytesIO(render(request.getfixturevalue(kind), nhs_body))).pages
    assert len(pages) <= 2
    signed = [page.extract_text() for page in pages if "Print name" in page.extract_text()]
    assert len(signed) == 1
    assert "Signed by" in signed[0]


@pytest.mark.parametrize("kind", ["sharing", "authority", "chosen"])
def test_large_print_has_no_letter_under_16_point(
    kind: str, request: pytest.FixtureRequest, nhs_body: Branding
) -> None:
    content = render(request.getfixturevalue(kind), nhs_body, large_print=True)
    with pikepdf.open(BytesIO(content)) as pdf:
        sizes = {
            float(step.operands[1])
            for page in pdf.pages
            for step in list(pikepdf.parse_content_stream(page))[4:]
            if str(step.operator) == "Tf"
        }
    assert min(sizes) >= 16


def test_boxes_are_large_enough_to_sign_by_hand(
    sharing: ConsentStatement, nhs_body: Branding
) -> None:
    with pikepdf.open(BytesIO(render(sharing, nhs_body))) as pdf:
        boxes = [
            (float(step.operands[2]), float(step.operands[3]))
            for step in pikepdf.parse_content_stream(pdf.pages[-1])
            if str(step.operator) == "re"
        ]
    centimetre = 28.35
    assert max(height for wide, height in boxes if wide > 10 * centimetre) > 1.2 * centimetre


def test_a_sharing_consent_without_an_organisation_is_refused(sharing: ConsentStatement) -> None:
    with pytest.raises(ValueError, match="at least one organisation"):
        replace(sharing, organisations=())


def test_an_unknown_kind_is_refused(sharing: ConsentStatement) -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        replace(sharing, kind="something_else")  # type: ignore[arg-type]


def test_the_title_of_the_file_names_no_person(
    sharing: ConsentStatement, nhs_body: Branding
) -> None:
    title = PdfReader(BytesIO(render(sharing, nhs_body))).metadata
    assert title is not None
    assert "O'Brien" not in str(title.title)
