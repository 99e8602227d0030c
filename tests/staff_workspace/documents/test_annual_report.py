"""The annual report: every heading of the regulation, figures as given, and a way through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from staff_workspace.documents.annual_report import AnnualReport, render
from staff_workspace.documents.branding import Branding
from staff_workspace.documents.report_figures import Count, Lesson, MonthCount, ReportFigures


@pytest.mark.requirement("REG-18")
def test_the_report_holds_what_the_regulation_asks_for(
    report: AnnualReport, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(render(report, nhs_body))
    for part in (
        "1 April 2025 to 31 March 2026",
        "620 complaints received",
        "The number found to be well-founded is 330: 142 upheld and 188 partly upheld",
        "Referred to the ombudsman, as far as we were told 19",
        "Clinical treatment 164",
        "Matters of general importance",
        "People told their story more than once.",
        "What we are doing. We do now.",
    ):
        assert part in text


@pytest.mark.requirement("RP-1")
def test_the_report_shows_times_months_services_and_grades(
    report: AnnualReport, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(render(report, nhs_body))
    for part in (
        "2,812",
        "1,790",
        "97.9%",
        "95.4%",
        "23.5",
        "29.1",
        "January 2026 64 128",
        "General practice 288",
        "Low 241",
        "Reopened by us at the person’s request 26",
        "Published on 30 June 2026",
    ):
        assert part in text


@pytest.mark.requirement("T-27")
def test_the_report_publishes_how_received_and_well_founded_are_counted(
    report: AnnualReport, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    text = text_of(render(report, nhs_body))
    assert "including one closed later because consent was not given" in text
    assert "A complaint that was upheld or partly upheld." in text


def test_each_chart_is_described_and_its_figures_follow_in_a_table(
    report: AnnualReport, nhs_body: Branding, nodes: Callable[[bytes], list[Any]]
) -> None:
    found = nodes(render(report, nhs_body))
    charts = [place for place, node in enumerate(found) if node.kind == "Figure"]
    assert len(charts) == 2
    assert (
        "The highest is 64 (January 2026) and the lowest 38 (December 2025)" in found[charts[0]].alt
    )
    for place in charts:
        assert found[place + 1].kind == "Table"


def test_contents_lines_are_links_to_the_pages_they_name(
    report: AnnualReport, nhs_body: Branding
) -> None:
    reader = PdfReader(BytesIO(render(report, nhs_body)))
    annotations = [a.get_object() for a in reader.pages[1]["/Annots"]]
    assert len(annotations) == 8
    for annotation in annotations:
        words = annotation["/Contents"]
        title, page = words.rsplit(", page ", 1)
        assert title in reader.pages[int(page) - 1].extract_text()
        assert "/StructParent" in annotation


def test_link_annotations_belong_to_link_elements(report: AnnualReport, nhs_body: Branding) -> None:
    with pikepdf.open(BytesIO(render(report, nhs_body))) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        annotations = list(pdf.pages[1].obj.Annots)
        for annotation in annotations:
            owner = owners[int(annotation.StructParent)]
            assert str(owner.S) == "/Link"
            references = [kid for kid in owner.K if kid.get("/Type") == "/OBJR"]
            assert [kid.Obj.objgen for kid in references] == [annotation.objgen]


def test_bookmarks_follow_the_headings(report: AnnualReport, nhs_body: Branding) -> None:
    outline = PdfReader(BytesIO(render(report, nhs_body))).outline
    assert outline[0].title == report.title
    sections = [entry.title for entry in outline[1] if not isinstance(entry, list)]
    assert sections[:3] == ["Contents", "Introduction", "The year in numbers"]
    assert sections[-1] == "How we count"


def test_a_header_row_repeated_on_the_next_page_is_read_once(
    report: AnnualReport, nhs_body: Branding, nodes: Callable[[bytes], list[Any]]
) -> None:
    many = tuple(Count(f"Subject {n}", n) for n in range(90))
    long = replace(report, figures=replace(report.figures, by_subject=many))
    content = render(long, nhs_body)
    shown = sum(
        " ".join(page.extract_text().split()).count("Subject Complaints Share")
        for page in PdfReader(BytesIO(content)).pages
    )
    assert shown >= 2
    with pikepdf.open(BytesIO(content)) as pdf:
        tables = [kid for kid in pdf.Root.StructTreeRoot.K[0].K if str(kid.S) == "/Table"]
        longest = max(tables, key=lambda table: len(table.K))
        headers = [cell for row in longest.K for cell in row.K if cell.get("/S") == "/TH"]
        columns = [cell for cell in headers if cell.A.Scope == "/Column"]
        assert len(columns) == 3
        assert all(len(cell.K) == 1 for cell in columns)


def test_a_year_without_a_single_complaint_can_be_reported(
    report: AnnualReport, nhs_body: Branding, text_of: Callable[[bytes], str]
) -> None:
    whole = {name: 0 for name, value in vars(report.figures).items() if isinstance(value, int)}
    empty = ReportFigures(
        **whole,
        median_working_days="",
        mean_working_days="",
        by_month=(MonthCount("2025-04", 0, 0),),
        by_subject=(),
        by_service=(),
        by_grade=(),
    )
    text = text_of(render(replace(report, figures=empty), nhs_body))
    assert "We closed 0 complaints in the year" in text
    assert "No lesson with an action was recorded in the year." in text


def test_a_long_lesson_flows_over_pages(report: AnnualReport, nhs_body: Branding) -> None:
    lesson = Lesson("Long", "heard " * 1500, "done " * 1500, "on the way")
    long = replace(report, figures=replace(report.figures, lessons=(lesson,)))
    more = len(PdfReader(BytesIO(render(long, nhs_body))).pages)
    assert more > len(PdfReader(BytesIO(render(report, nhs_body))).pages) + 1


def test_the_same_report_gives_the_same_bytes(report: AnnualReport, nhs_body: Branding) -> None:
    assert render(report, nhs_body) == render(report, nhs_body)


@pytest.mark.parametrize(
    "change",
    [{"title": " "}, {"title": "x" * 151}, {"body_name": ""}, {"year_end": date(2025, 4, 1)}],
)
def test_a_report_without_a_usable_title_or_year_is_refused(
    report: AnnualReport, change: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"must"):
        replace(report, **change)
