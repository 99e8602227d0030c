"""When a clock breaches if nothing happens, and the days on which it warns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from .case_facts import london_date
from .clock_rules.reading import ClockReading
from .profile import Profile
from .working_days import body_calendar


@dataclass(frozen=True, slots=True)
class Forecast:
    """`breaches` is the first day, or moment, that is too late; `warnings` pair percent and day."""

    breaches: date | datetime | None
    warnings: tuple[tuple[int, date], ...] = ()


def forecast(profile: Profile, reading: ClockReading) -> Forecast:
    """What lies ahead of a running clock; nothing for a clock that does not run."""
    if reading.state != "running" or reading.due is None:
        return Forecast(None)
    if isinstance(reading.due, datetime):
        return Forecast(reading.due)
    return Forecast(reading.due + timedelta(days=1), _warnings(profile, reading, reading.due))


def warning_level(profile: Profile, reading: ClockReading) -> int | None:
    """The highest percentage of its time that a running clock has used up, of those that warn."""
    if reading.state != "running" or not reading.total_days:
        return None
    used = 100 * (reading.used_days or 0) / reading.total_days
    passed = [level for level in profile.response.warn_at_percent.in_force if used >= level]
    return max(passed, default=None)


def _warnings(profile: Profile, reading: ClockReading, due: date) -> tuple[tuple[int, date], ...]:
    """Counted back from the due date, so that a pause in the past needs no second look."""
    total = reading.total_days or 0
    if total <= 0:
        return ()
    found = []
    for level in profile.response.warn_at_percent.in_force:
        left = total - ceil(total * level / 100)
        if reading.unit == "working day":
            day = body_calendar(profile).subtract_working_days(due, left)
        else:
            day = due - timedelta(days=left)
        found.append((level, london_date(day)))
    return tuple(found)
