"""The figures of the last full year: prepared by one member of Governance, approved by another."""

import tomllib
from datetime import datetime
from pathlib import Path

from permissions.models import Body
from public_site.demo.diary import Diary
from public_site.demo.people import account
from staff_workspace.actions.annual_figures import approve_figures, prepare_figures
from staff_workspace.documents.report_figures import Lesson
from staff_workspace.models import AnnualFigures
from staff_workspace.reports.reporting_year import ReportingYear

TABLE = Path(__file__).with_name("annual.toml")
PREPARED_AFTER, APPROVED_AFTER = 20, 26  # working days after the end of the year


def load_figures(body: Body, year: ReportingYear, diary: Diary) -> None:
    """One approved set for the report, and a second count that waits for approval."""
    if AnnualFigures.objects.filter(body=body, year_start=year.start).exists():
        return
    figures = _prepare(body, year, "governance2", _after(year, diary, PREPARED_AFTER))
    approve_figures(
        figures=figures, by=account(body, "governance"), at=_after(year, diary, APPROVED_AFTER)
    )
    _prepare(body, year, "head", diary.now)


def _prepare(body: Body, year: ReportingYear, by: str, at: datetime) -> AnnualFigures:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return prepare_figures(
        body=body,
        by=account(body, by),
        year=year,
        matters=tuple(table["matters"]),
        lessons=tuple(Lesson(**lesson) for lesson in table["lesson"]),
        at=at,
    )


def _after(year: ReportingYear, diary: Diary, days: int) -> datetime:
    return diary.moment(diary.forward(year.end, days), 11 * 60)
