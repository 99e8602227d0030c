"""The annual report: only approved figures, the same on the page and in the PDF."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from pypdf import PdfReader

from permissions.models import Body
from public_site.models import AnnualReportPage, HomePage
from public_site.models.annual_report import NONE_CHOSEN, NOT_APPROVED, NOT_OURS
from public_site.report_pdf import paragraphs_of
from staff_workspace.documents.report_figures import Count, Lesson, MonthCount, ReportFigures
from staff_workspace.models import AnnualFigures
from tests.public_site.conftest import words

pytestmark = pytest.mark.django_db
MONTHS = [f"{2025 + (n + 3) // 12}-{(n + 3) % 12 + 1:02d}" for n in range(12)]
FIGURES = ReportFigures(
    contacts=2809,
    complaints_received=621,
    concerns=1997,
    mp_enquiries=177,
    compliments=61,
    acknowledgements_due=621,
    acknowledged_in_time=556,
    complaints_closed=455,
    closed_within_six_months=411,
    median_working_days="58",
    mean_working_days="66.2",
    upheld=40,
    partly_upheld=33,
    not_upheld=300,
    closed_without_outcome=82,
    referred_to_ombudsman=11,
    reopened=20,
    by_month=tuple(
        MonthCount(month, number, 160)
        for month, number in zip(
            MONTHS, [46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 60], strict=True
        )
    ),
    by_subject=(Count("Access to treatment", 320), Count("Communications", 301)),
    by_service=(Count("General practice", 621),),
    by_grade=(Count("Minor", 621),),
    matters_of_importance=("Waiting times for assessments rose.",),
    lessons=(Lesson("Letters", "Letters were hard to read", "Templates rewritten", "Done"),),
)


def figures_of(body: Body, state: str = "approved") -> AnnualFigures:
    clerk, _ = User.objects.get_or_create(username="clerk")
    approved = {"approved_at": timezone.now(), "approved_by": clerk} if state == "approved" else {}
    return AnnualFigures.objects.create(
        body=body,
        year_start=date(2025, 4, 1),
        year_end=date(2026, 3, 31),
        state=state,
        figures=FIGURES.to_dict(),
        prepared_by=clerk,
        prepared_at=timezone.now(),
        **approved,
    )


def report_page(figures: AnnualFigures | None, *, under: str = "hwe") -> AnnualReportPage:
    page = AnnualReportPage(
        title="Annual complaints report 2025 to 2026",
        slug="annual-report",
        figures=figures,
        introduction="<p>More people wrote to us.</p><ul><li>We answered sooner.</li></ul>",
        live=False,
    )
    HomePage.objects.get(slug=under).add_child(instance=page)
    return page


@pytest.fixture
def published(bodies: dict[str, Body]) -> AnnualReportPage:
    page = report_page(figures_of(bodies["hwe"]))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.mark.requirement("REG-18")
def test_a_report_refuses_figures_that_governance_has_not_approved(
    bodies: dict[str, Body],
) -> None:
    page = report_page(figures_of(bodies["hwe"], state="draft"))
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live
    assert refused.value.message_dict == {"figures": [NOT_APPROVED]}


def test_a_report_refuses_the_figures_of_another_body(bodies: dict[str, Body]) -> None:
    page = report_page(figures_of(bodies["millbrook"]))
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert refused.value.message_dict == {"figures": [NOT_OURS]}


def test_a_report_cannot_be_published_without_figures(bodies: dict[str, Body]) -> None:
    page = report_page(None)
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert NONE_CHOSEN in refused.value.message_dict["figures"]


def test_an_editor_is_offered_the_approved_figures_of_their_own_body_only(
    bodies: dict[str, Body],
) -> None:
    ours = figures_of(bodies["hwe"])
    figures_of(bodies["hwe"], state="draft")
    figures_of(bodies["millbrook"])
    form_class = AnnualReportPage.get_edit_handler().get_form_class()
    form = form_class(
        instance=AnnualReportPage(), parent_page=HomePage.objects.get(slug="hwe").page_ptr
    )
    assert list(form.fields["figures"].queryset) == [ours]


def test_the_page_shows_the_approved_figures_with_a_chart_and_the_same_as_a_table(
    published: AnnualReportPage, read: Any
) -> None:
    main = read("hwe", "/annual-report/", fresh=True).main
    boxes = {words(box) for box in main.find(class_="candour-figures").find_all("li")}
    assert {"2,809 contacts of every kind", "621 complaints received"} <= boxes
    chart = main.find("svg", role="img")
    assert chart.find("title")
    assert "April 2025: 46" in words(chart.find("desc"))
    assert len(chart.find_all("rect")) == 12
    rows = {words(row) for row in main.find("table").find_all("tr")}
    assert "April 2025 46 160" in rows
    text = words(main)
    assert "73 of them (19.6%) were well-founded" in text
    assert "Waiting times for assessments rose." in text
    assert "Letters were hard to read" in text


def test_the_pdf_holds_the_numbers_of_the_page(
    published: AnnualReportPage, read: Any, get: Any
) -> None:
    link = read("hwe", "/annual-report/", fresh=True).main.find("a", type="application/pdf")
    answer = get("hwe", link["href"], fresh=True)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert f"{len(answer.content) / 1000:.1f} kB" in link.get_text()
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )
    for number in ("2,809", "621", "1,997", "177", "455", "411", "66.2", "89.5%", "90.3%"):
        assert number in text
    assert "More people wrote to us." in text
    assert "We answered sooner." in text


def test_the_pdf_is_made_once_and_again_when_the_report_changes(
    published: AnnualReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = published.pdf()
    with monkeypatch.context() as patch:
        patch.setattr("staff_workspace.documents.annual_report.render", None)
        assert published.pdf() == first
    published.introduction = "<p>Fewer people wrote to us.</p>"
    assert published.pdf() != first


def test_only_a_live_report_has_a_pdf(published: AnnualReportPage, get: Any) -> None:
    published.unpublish()
    assert get("hwe", "/annual-report/annual-report.pdf", fresh=True).status_code == 404
    assert get("hwe", "/contact/annual-report.pdf", fresh=True).status_code == 404


def test_published_reports_are_listed_on_the_home_page(
    published: AnnualReportPage, read: Any
) -> None:
    assert read("hwe", "/", fresh=True).main.find("a", href="/annual-report/")
    assert not read("millbrook", "/", fresh=True).main.find("a", href="/annual-report/")


def test_an_introduction_becomes_paragraphs_of_plain_text() -> None:
    html = "<p>One <b>bold</b> word.</p><p></p><ul><li>A &amp; B</li></ul>"
    assert paragraphs_of(html) == ("One bold word.", "A & B")
