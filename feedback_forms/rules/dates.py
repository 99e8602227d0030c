"""Reads a date from three boxes, exact or approximate, and says what is wrong with it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS = tuple(calendar.month_name[1:])
PARTS = ("day", "month", "year")


class Flaw(StrEnum):
    """What can be wrong with a date."""

    MISSING = "missing"
    INCOMPLETE = "incomplete"
    UNREAL = "unreal"
    FUTURE = "future"


class DateError(ValueError):
    """A date that cannot be taken: its flaw, and the boxes to mend."""

    def __init__(self, flaw: Flaw, parts: tuple[str, ...] = PARTS) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
        self.parts = parts


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, or a month, or only a year, as well as the person remembers it."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day itself, if it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def earliest(self) -> date:
        """The first day that it could be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it could be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """How it is stored: 2026-03-04, 2026-03 or 2026."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def words(self) -> str:
        """How it is read: 4 March 2026, March 2026 (approximate), 2026 (approximate)."""
        if self.month is None:
            return f"{self.year} (approximate)"
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return f"{self.day} {month}" if self.day else f"{month} (approximate)"

    @classmethod
    def from_text(cls, text: str) -> PartialDate:
        """Read back what ``str`` wrote; raises ValueError for anything else."""
        if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text, re.ASCII):
            year, month, day = (*(int(part) for part in text.split("-")), None, None)[:3]
            if year and month != 0 and day != 0 and _exists(year, month or 1, day or 1):
                return cls(year, month, day)
        raise ValueError(f"not a stored date: {text!r}")

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """The exact day ``day``."""
        return cls(day.year, day.month, day.day)


def months_after(day: date, months: int) -> date:
    """The corresponding day so many months later; the month's last day where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def read_date(
    day: str, month: str, year: str, *, today: date | None = None, approximate: bool = False
) -> PartialDate:
    """Read what was typed. ``today`` given: a later date is refused. Raises DateError.

    ``approximate`` lets the day, or day and month, stay empty. A month may be a name ("Jan").
    """
    typed = {"day": day.strip(), "month": month.strip(), "year": year.strip()}
    if not any(typed.values()):
        raise DateError(Flaw.MISSING)
    missing = _missing(typed, approximate=approximate)
    if missing:
        raise DateError(Flaw.INCOMPLETE, missing)
    found = _real(typed)
    if today is not None and found.earliest > today:
        raise DateError(Flaw.FUTURE)
    return found


def _exists(year: int, month: int, day: int) -> bool:
    return month <= 12 and day <= calendar.monthrange(year, month)[1]


def _missing(typed: dict[str, str], *, approximate: bool) -> tuple[str, ...]:
    needed = set(PARTS)
    if approximate:
        needed = {"year"} | ({"month"} if typed["day"] else set())
    return tuple(part for part in PARTS if part in needed and not typed[part])


def _real(typed: dict[str, str]) -> PartialDate:
    day = _number(typed["day"], 2, "day")
    month = read_month(typed["month"])
    year = _number(typed["year"], 4, "year")
    if year is None or not 1870 <= year <= 9998:
        raise DateError(Flaw.UNREAL, ("year",))
    if day is not None and month is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise DateError(Flaw.UNREAL, ("day",) if day > 31 or day < 1 else PARTS)
    return PartialDate(year, month, day)


def _number(text: str, digits: int, part: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(rf"\d{{1,{digits}}}", text, re.ASCII):
        raise DateError(Flaw.UNREAL, (part,))
    return int(text)


def read_month(text: str) -> int | None:
    """A month by number, name or short name; None when empty; raises DateError."""
    if not text:
        return None
    if re.fullmatch(r"\d{1,2}", text, re.ASCII) and 1 <= int(text) <= 12:
        return int(text)
    start = text.rstrip(".").casefold()
    named = [n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(start)]
    if len(start) >= 3 and len(named) == 1:
        return named[0]
    raise DateError(Flaw.UNREAL, ("month",))
