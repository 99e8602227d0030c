"""The reporting year of the regulations: 1 April to 31 March (SI 2009/309 reg 18); and its halves."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class ReportingYear:
    """One year by its first and last day, both counted."""

    start: date
    end: date

    @property
    def label(self) -> str:
        """The year as people write it: 2025-26."""
        return f"{self.start:%Y}-{self.end:%y}"

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"{self.start:%Y}"

    def moments(self) -> tuple[datetime, datetime]:
        """The first moment of it, and the first after it, in London."""
        first = datetime.combine(self.start, time.min)
        after = datetime.combine(self.end + timedelta(days=1), time.min)
        return timezone.make_aware(first), timezone.make_aware(after)


@dataclass(frozen=True)
class HalfYear(ReportingYear):
    """April to September, or October to March."""

    @property
    def label(self) -> str:
        """The months with their year: April to September 2026."""
        first_year = f" {self.start:%Y}" if self.start.year != self.end.year else ""
        return f"{self.start:%B}{first_year} to {self.end:%B %Y}"

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"{self.start:%Y-%m}"


def year_starting(year: int) -> ReportingYear:
    """The reporting year that begins on 1 April of ``year``."""
    return ReportingYear(date(year, 4, 1), date(year + 1, 3, 31))


def halves_of(year: ReportingYear) -> tuple[HalfYear, HalfYear]:
    """The two halves of a reporting year."""
    first, second = year.start.year, year.end.year
    return (
        HalfYear(year.start, date(first, 9, 30)),
        HalfYear(date(first, 10, 1), date(second, 3, 31)),
    )


def last_full_year(today: date) -> ReportingYear:
    """The latest year that had ended before ``today``."""
    return year_starting(today.year - 1 if today >= date(today.year, 4, 1) else today.year - 2)
