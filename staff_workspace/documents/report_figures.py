"""The approved figures of a reporting year: plain values, checked against each other, kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from .report_definitions import STANDARD_DEFINITIONS, Definition


class FiguresDisagree(ValueError):
    """Figures that cannot all be true; the message names each disagreement."""


@dataclass(frozen=True)
class Count:
    """How many, of what."""

    label: str
    number: int


@dataclass(frozen=True)
class MonthCount:
    """What was received in one month, written YYYY-MM."""

    month: str
    complaints: int
    concerns: int

    @property
    def name(self) -> str:
        """The month in full: April 2025."""
        return f"{self._first_day:%B %Y}"

    @property
    def short_name(self) -> str:
        """The month in three letters, for a chart: Apr."""
        return f"{self._first_day:%b}"

    @property
    def _first_day(self) -> date:
        return date.fromisoformat(f"{self.month}-01")


@dataclass(frozen=True)
class Lesson:
    """What was heard, what is done about it, and how far that has come."""

    subject: str
    heard: str
    action: str
    progress: str


@dataclass(frozen=True)
class ReportFigures:
    """One year in figures; days are working days, written as text ("24.5", or "" if none).

    Source: catalogue REG-18, RP-1 and T-27. Raises FiguresDisagree when totals and parts
    differ, because these figures are frozen and published.
    """

    contacts: int
    complaints_received: int
    concerns: int
    mp_enquiries: int
    compliments: int
    acknowledgements_due: int
    acknowledged_in_time: int
    complaints_closed: int
    closed_within_six_months: int
    median_working_days: str
    mean_working_days: str
    upheld: int
    partly_upheld: int
    not_upheld: int
    closed_without_outcome: int
    referred_to_ombudsman: int
    reopened: int
    by_month: tuple[MonthCount, ...]
    by_subject: tuple[Count, ...]
    by_service: tuple[Count, ...]
    by_grade: tuple[Count, ...]
    matters_of_importance: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    definitions: tuple[Definition, ...] = STANDARD_DEFINITIONS

    def __post_init__(self) -> None:
        if faults := list(_disagreements(self)):
            raise FiguresDisagree("; ".join(faults))

    @property
    def well_founded(self) -> int:
        """Complaints upheld in whole or in part (T-27)."""
        return self.upheld + self.partly_upheld

    @property
    def with_outcome(self) -> int:
        """Complaints that were investigated to an outcome."""
        return self.well_founded + self.not_upheld

    @property
    def outcomes(self) -> tuple[Count, ...]:
        """How the complaints closed in the year ended."""
        return (
            Count("Upheld", self.upheld),
            Count("Partly upheld", self.partly_upheld),
            Count("Not upheld", self.not_upheld),
            Count("Closed without an outcome", self.closed_without_outcome),
        )

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON can hold them."""
        return {
            name: [dict(item) if isinstance(item, dict) else item for item in value]
            if isinstance(value, tuple)
            else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ReportFigures:
        """Read back what `to_dict` wrote; raises TypeError on a missing or unknown name."""
        values = dict(stored)
        for name, kind in _PARTS.items():
            if name in values:
                values[name] = tuple(kind(**item) for item in values[name])
        if "matters_of_importance" in values:
            values["matters_of_importance"] = tuple(values["matters_of_importance"])
        return cls(**values)


_PARTS: dict[str, type[Any]] = {
    "by_month": MonthCount,
    "by_subject": Count,
    "by_service": Count,
    "by_grade": Count,
    "lessons": Lesson,
    "definitions": Definition,
}


def share(part: int, whole: int) -> str:
    """A percentage to one decimal, halves rounded up; a dash when there is nothing to share."""
    if whole == 0:
        return "–"
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


def _disagreements(figures: ReportFigures) -> list[str]:
    faults = []
    whole = [value for value in vars(figures).values() if isinstance(value, int)]
    if any(value < 0 for value in whole):
        faults.append("a count is below zero")
    months = sum(month.complaints for month in figures.by_month)
    if months != figures.complaints_received:
        faults.append(f"months add up to {months}, received is {figures.complaints_received}")
    ended = sum(outcome.number for outcome in figures.outcomes)
    if ended != figures.complaints_closed:
        faults.append(f"outcomes add up to {ended}, closed is {figures.complaints_closed}")
    if figures.acknowledged_in_time > figures.acknowledgements_due:
        faults.append("more acknowledged in time than were due")
    if figures.closed_within_six_months > figures.complaints_closed:
        faults.append("more closed within six months than were closed")
    return faults
