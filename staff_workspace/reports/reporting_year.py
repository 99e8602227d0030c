"""The reporting year of the regulations: 1 April to 31 March (SI 2009/309 reg 18)."""

from dataclasses import dataclass
from datetime import date, datetime, time

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

    def moments(self) -> tuple[datetime, datetime]:
        """The first moment of the year and of the next, in London."""
        first = datetime.combine(self.start, time.min)
        after = datetime.combine(date(self.end.year, 4, 1), time.min)
        return timezone.make_aware(first), timezone.make_aware(after)


def year_starting(year: int) -> ReportingYear:
    """The reporting year that begins on 1 April of ``year``."""
    return ReportingYear(date(year, 4, 1), date(year + 1, 3, 31))


def last_full_year(today: date) -> ReportingYear:
    """The latest year that had ended before ``today``."""
    return year_starting(today.year - 1 if today >= date(today.year, 4, 1) else today.year - 2)
