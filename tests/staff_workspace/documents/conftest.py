"""Sample documents, and a reader for the structure tree of a finished PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from staff_workspace.documents import annual_report, consent_statement, letters
from staff_workspace.documents.annual_report import AnnualReport
from staff_workspace.documents.branding import Branding
from staff_workspace.documents.consent_statement import ConsentStatement
from staff_workspace.documents.letters import BulletList, Heading, Letter
from staff_workspace.documents.report_figures import Count, Lesson, MonthCount, ReportFigures


@dataclass(frozen=True)
class Node:
    """One structure element as read back from a file."""

    kind: str
    alt: str | None
    actual_text: str | None
    attributes: dict[str, Any]
    parent: str


@pytest.fixture
def nodes() -> Callable[[bytes], list[Node]]:
    """Read the structure elements of a PDF in reading order."""

    def read(content: bytes) -> list[Node]:
        with pikepdf.open(BytesIO(content)) as pdf:
            return list(_walk(pdf.Root.StructTreeRoot.K[0], "StructTreeRoot"))

    return read


def _walk(element: pikepdf.Object, parent: str) -> Iterator[Node]:
    attributes = {str(k): str(v) for k, v in element.A.items()} if "/A" in element else {}
    kind = str(element.S).lstrip("/")
    yield Node(
        kind,
        str(element.Alt) if "/Alt" in element else None,
        str(element.ActualText) if "/ActualText" in element else None,
        attributes,
        parent,
    )
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/StructElem":
            yield from _walk(kid, kind)


@pytest.fixture
def text_of() -> Callable[[bytes], str]:
    """The text of a PDF, its white space made single."""

    def read(content: bytes) -> str:
        pages = PdfReader(BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    return read


@pytest.fixture
def nhs_body() -> Branding:
    return Branding(
        body_name="Exampleshire Integrated Care Board",
        short_name="Exampleshire ICB",
        is_nhs=True,
        colour="#AA0000",
        address_lines=("1 Sample Street", "Exampleton", "EX1 1AA"),
        phone="01632 960001",
        email="feedback@example.org",
        demo=True,
    )


@pytest.fixture
def company() -> Branding:
    return Branding(
        body_name="Sample Healthcare",
        short_name="Sample",
        is_nhs=False,
        colour="#5B2C83",
        address_lines=("Governance Team", "2 Sample Lane", "Exampleton", "EX2 2BB"),
        phone=None,
        email="governance@example.com",
        demo=False,
    )


@pytest.fixture
def letter() -> Letter:
    return Letter(
        reference="EX-2026-0042",
        your_reference="AB/12",
        date=date(2026, 3, 5),
        recipient_lines=("José O'Brien-李", "3 Test Road", "Exampleton"),
        salutation="Dear José",
        heading="Your complaint about <Rowan House> & its staff",
        paragraphs=(
            "We received your complaint on 2 March 2026.",
            Heading("What happens next"),
            BulletList(("We look into it.", "We write to you.")),
            "Thank you for telling us.",
        ),
        sign_off_name="Alex Sample",
        sign_off_title="Complaints manager",
        enclosures=("Consent statement",),
    )


@pytest.fixture
def sharing() -> ConsentStatement:
    """A sharing consent to be signed by an attorney."""
    return ConsentStatement(
        kind="sharing_consent",
        reference="EX-2026-0042",
        made_on=date(2026, 3, 5),
        complainant_name="Orla O'Brien",
        complainant_address_lines=("3 Test Road", "Exampleton", "EX3 3CC"),
        relationship="Daughter",
        patient_name="José O'Brien",
        patient_address_lines=("Rowan House", "4 Trial Avenue", "Exampleton"),
        patient_date_of_birth="3 May 1941",
        organisations=("Rowan House Surgery", "Exampleshire Hospitals NHS Trust"),
        authority_basis="Lasting power of attorney for health and welfare",
    )


@pytest.fixture
def figures() -> ReportFigures:
    received = (52, 47, 55, 58, 41, 53, 60, 49, 38, 64, 51, 52)
    months = [f"2025-{n:02d}" for n in range(4, 13)] + [f"2026-{n:02d}" for n in range(1, 4)]
    return ReportFigures(
        contacts=2812,
        complaints_received=620,
        concerns=1790,
        mp_enquiries=214,
        compliments=188,
        acknowledgements_due=620,
        acknowledged_in_time=607,
        complaints_closed=588,
        closed_within_six_months=561,
        median_working_days="23.5",
        mean_working_days="29.1",
        upheld=142,
        partly_upheld=188,
        not_upheld=221,
        closed_without_outcome=37,
        referred_to_ombudsman=19,
        reopened=26,
        by_month=tuple(MonthCount(m, n, n * 2) for m, n in zip(months, received, strict=True)),
        by_subject=(Count("Clinical treatment", 164), Count("Communications", 131)),
        by_service=(Count("General practice", 288), Count("Dental", 21)),
        by_grade=(Count("Low", 241), Count("High", 92)),
        matters_of_importance=("People told their story more than once.",),
        lessons=(Lesson("Repeat prescriptions", "Nobody explained.", "We do now.", "Completed."),),
    )


@pytest.fixture
def report(figures: ReportFigures) -> AnnualReport:
    return AnnualReport(
        body_name="Exampleshire Integrated Care Board",
        year_start=date(2025, 4, 1),
        year_end=date(2026, 3, 31),
        title="Annual report on complaints 2025 to 2026",
        introduction_paragraphs=("This report says what people told us.",),
        figures=figures,
        published_on=date(2026, 6, 30),
    )


@pytest.fixture(params=["letter", "draft", "sharing", "large print", "report"])
def any_document(
    request: pytest.FixtureRequest,
    nhs_body: Branding,
    letter: Letter,
    sharing: ConsentStatement,
    report: AnnualReport,
) -> bytes:
    """Each kind of document in turn."""
    make: dict[str, Callable[[], bytes]] = {
        "letter": lambda: letters.render(letter, nhs_body),
        "draft": lambda: letters.render(letter, nhs_body, draft=True),
        "sharing": lambda: consent_statement.render(sharing, nhs_body),
        "large print": lambda: consent_statement.render(sharing, nhs_body, large_print=True),
        "report": lambda: annual_report.render(report, nhs_body),
    }
    return make[request.param]()
