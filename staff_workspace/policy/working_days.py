"""The only working-day and month arithmetic, and the one door to the table of bank holidays."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

from .per_profile import once_per_profile
from .profile import Profile

FIRST_YEAR = 2009  # the regulations came into force on 1 April 2009
_FEWEST_BANK_HOLIDAYS = 8  # on weekdays, substitutes included: England never has fewer in a year


class CalendarNotVerified(ValueError):
    """A date lies outside the years whose bank holidays somebody has checked."""


class HolidayTableError(RuntimeError):
    """The table of bank holidays is empty or incomplete: every date would be a guess."""


def bank_holidays(years: Iterable[int]) -> dict[date, str]:
    """Bank holidays of England and Wales with their names, substitutes and one-offs included."""
    wanted = tuple(years)
    table = holidays.country_holidays("GB", subdiv="ENG", years=wanted)
    named = {day: table[day] for day in table}
    for year in wanted:
        on_weekdays = sum(day.year == year and day.weekday() < 5 for day in named)
        if on_weekdays < _FEWEST_BANK_HOLIDAYS:
            raise HolidayTableError(f"the table of bank holidays is not complete for {year}")
    return named


class _Begun(dict[date, int]):
    """For each day of a calendar how many working days have begun by then. Refuses any other."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__()
        self.first, self.last = first, last

    def __missing__(self, day: date) -> int:
        raise CalendarNotVerified(
            f"{day} lies outside {self.first} to {self.last}, "
            "the days whose bank holidays are checked"
        )


class WorkingCalendar:
    """Working days: not Saturday, not Sunday, no bank holiday, no day the body is closed.

    Results beyond `verified_to` raise CalendarNotVerified; they are refused, not guessed.
    """

    def __init__(
        self,
        closures: Iterable[date] = (),
        *,
        verified_to: date,
        one_off_bank_holidays: Iterable[date] = (),
    ) -> None:
        self.verified_from = date(FIRST_YEAR, 1, 1)
        self.verified_to = verified_to
        self._names = bank_holidays(range(FIRST_YEAR, verified_to.year + 1))
        self._names.update(dict.fromkeys(one_off_bank_holidays, "a one-off bank holiday"))
        self._names.update(dict.fromkeys(closures, "a day on which the office is closed"))
        self._working: list[date] = []  # in order
        self._begun = _Begun(self.verified_from, verified_to)
        for n in range(self.verified_from.toordinal(), verified_to.toordinal() + 1):
            day = date.fromordinal(n)
            if day.weekday() < 5 and day not in self._names:
                self._working.append(day)
            self._begun[day] = len(self._working)

    def is_working_day(self, day: date) -> bool:
        """True when work is done and counted on that day."""
        return self.why_not(day) is None

    def why_not(self, day: date) -> str | None:
        """Why a day is not counted ("Saturday", "Good Friday"), or None for a working day."""
        self._begun[day]  # refuses a day that nobody has checked
        if day.weekday() >= 5:
            return "a Saturday" if day.weekday() == 5 else "a Sunday"
        return self._names.get(day)

    def add_working_days(self, day: date, n: int) -> date:
        """The nth working day after `day`; `day` itself is day 0, whatever day it is."""
        if n < 1:
            raise ValueError("count at least one working day")
        place = self._begun[day] + n - 1
        if place >= len(self._working):
            raise CalendarNotVerified(
                f"{n} working days after {day} lie beyond {self.verified_to}, "
                "the last day whose bank holidays are checked"
            )
        return self._working[place]

    def subtract_working_days(self, day: date, n: int) -> date:
        """The working day that lies n working days before `day`; `day` itself for none."""
        if n == 0:
            return day
        place = self._begun[day] - self.is_working_day(day) - n
        if n < 0 or place < 0:
            raise CalendarNotVerified(f"{n} working days before {day} are not in the calendar")
        return self._working[place]

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; below zero when `end` is earlier."""
        before = self._begun[start]
        return self._begun[end] - before

    def next_working_day(self, day: date) -> date:
        """`day` itself when it is a working day, otherwise the first one after it."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def holidays_between(self, start: date, end: date) -> tuple[tuple[date, str], ...]:
        """Weekdays after `start` and up to `end` that are not counted, each with its reason."""
        return tuple(
            (day, name)
            for day, name in sorted(self._names.items())
            if start < day <= end and day.weekday() < 5
        )

    def six_months_commencing(self, day: date) -> date:
        """Last day of the six months that begin on `day` itself (see `months_commencing`)."""
        return months_commencing(day, 6)

    def months_after(self, day: date, n: int) -> date:
        """Last day of the n months after `day`, which is not counted (see `months_after`)."""
        return months_after(day, n)


@lru_cache(maxsize=4096)
def months_after(day: date, n: int) -> date:
    """The corresponding date n months on; the month's last day where it has no such date."""
    month = day.year * 12 + day.month - 1 + n
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def months_commencing(day: date, n: int) -> date:
    """Last day of n months that begin on `day`: the day before the corresponding date.

    Where the last month has no corresponding date, the period ends with that month.
    """
    end = months_after(day, n)
    return end if end.day != day.day else end - timedelta(days=1)


@lru_cache(maxsize=64)
def _calendar(
    closures: tuple[date, ...], one_offs: tuple[date, ...], verified_to: date
) -> WorkingCalendar:
    return WorkingCalendar(closures, verified_to=verified_to, one_off_bank_holidays=one_offs)


@once_per_profile(maxsize=64)
def body_calendar(profile: Profile) -> WorkingCalendar:
    """The body's own working days: bank holidays and its closures are left out."""
    own = profile.calendar
    return _calendar(
        tuple(closed.day for closed in own.closures),
        tuple(day.day for day in own.one_off_bank_holidays),
        own.calendar_verified_to.in_force,
    )


@once_per_profile(maxsize=64)
def law_calendar(profile: Profile) -> WorkingCalendar:
    """Working days of the regulations: a body's own closure gives it no extra day."""
    own = profile.calendar
    return _calendar(
        (),
        tuple(day.day for day in own.one_off_bank_holidays),
        own.calendar_verified_to.in_force,
    )
