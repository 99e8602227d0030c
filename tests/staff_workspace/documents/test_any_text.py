"""Whatever people type, the document is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from staff_workspace.documents import annual_report, consent_statement, letters
from staff_workspace.documents.annual_report import AnnualReport
from staff_workspace.documents.branding import Branding
from staff_workspace.documents.consent_statement import ConsentStatement
from staff_workspace.documents.letters import BulletList, Heading, Letter
from staff_workspace.documents.report_figures import Count, Lesson
from tests.proving import ALL

# Every code point, lone surrogates and noncharacters included, and much of each line length.
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=300) | st.text(
    "<>&;/ab\n\t\"' \u0301\u202e\ufffe", max_size=300
)
GENTLY = settings(
    max_examples=15 if ALL else 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@GENTLY
@given(text=ANYTHING, name=ANYTHING)
def test_any_text_makes_a_letter(letter: Letter, nhs_body: Branding, text: str, name: str) -> None:
    written = replace(
        letter,
        recipient_lines=(name, text),
        salutation=name,
        heading=text or "x",
        paragraphs=(text, Heading(name), BulletList((text, name))),
        sign_off_name=name,
        enclosures=(text,),
        reference=name,
        date=date(2026, 1, 1),
    )
    _opens(letters.render(written, replace(nhs_body, body_name=name), draft=True))


@GENTLY
@given(text=ANYTHING, name=ANYTHING)
def test_any_text_makes_a_consent_statement(
    sharing: ConsentStatement, nhs_body: Branding, text: str, name: str
) -> None:
    written = replace(
        sharing,
        complainant_name=name,
        patient_name=text,
        organisations=(text, name),
        authority_basis=text,
        patient_date_of_birth=name,
        complainant_address_lines=(text,),
    )
    for large in (False, True):
        _opens(consent_statement.render(written, nhs_body, large_print=large))


@GENTLY
@given(text=ANYTHING)
def test_any_text_makes_a_report(report: AnnualReport, nhs_body: Branding, text: str) -> None:
    figures = replace(
        report.figures,
        by_subject=(Count(text, 3),),
        lessons=(Lesson(text, text, text, text),),
        matters_of_importance=(text,),
    )
    written = replace(report, introduction_paragraphs=(text,), figures=figures)
    _opens(annual_report.render(written, nhs_body))


def test_a_name_longer_than_a_page_is_still_printed_in_full(
    sharing: ConsentStatement, nhs_body: Branding
) -> None:
    endless = "name " * 1000
    for kind in ("sharing_consent", "legal_authority", "chosen_representative"):
        written = replace(
            sharing,
            kind=kind,  # type: ignore[arg-type]
            patient_name=endless,
            complainant_name=endless + "!",
            organisations=(endless,),
            authority_basis=endless,
        )
        content = consent_statement.render(written, nhs_body)
        _opens(content)
        assert _words(content).count("name") > 4 * 1000


def test_a_word_without_spaces_is_broken(letter: Letter, nhs_body: Branding) -> None:
    _opens(letters.render(replace(letter, paragraphs=("a" * 6000,), heading="b" * 500), nhs_body))


def _words(content: bytes) -> list[str]:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split()


def _opens(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) >= 1
        assert not pdf.check_pdf_syntax()
