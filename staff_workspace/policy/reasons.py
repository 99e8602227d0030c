"""Why a date is what it is, in sentences that could be read out to the person."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .clock_rules.reading import count
from .working_days import WorkingCalendar


@lru_cache(maxsize=4096)
def say(day: date) -> str:
    """ "Friday 6 March 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def counted(start: date, n: int, days: WorkingCalendar, *, started_by: str) -> tuple[str, ...]:
    """How n working days are counted from `start`, which is day 0, naming each day left out."""
    first = days.add_working_days(start, 1)
    last = days.add_working_days(start, n)
    sentences = [
        f"Day 0 is {say(start)}, the day {started_by}.",
        f"Day 1 is {say(first)} because it is the first working day after that.",
    ]
    sentences += left_out(start, last, days)
    sentences.append(f"{count(n, 'working day')} {'ends' if n == 1 else 'end'} on {say(last)}.")
    return tuple(sentences)


def left_out(start: date, end: date, days: WorkingCalendar) -> tuple[str, ...]:
    """The weekdays after `start` and up to `end` that are not counted, in a sentence, if any."""
    skipped = days.holidays_between(start, end)
    if not skipped:
        return ()
    named = "; ".join(f"{say(day)} is {reason}" for day, reason in skipped)
    return (f"Weekends are not counted, nor are these days: {named}.",)
