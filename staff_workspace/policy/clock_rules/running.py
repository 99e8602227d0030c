"""A clock with a due date: whether it is met, running or breached, and how much is left."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..case_facts import london_date, london_time
from ..reasons import say
from ..working_days import WorkingCalendar
from .reading import Case, ClockReading, Name, State, count


def by_day(
    name: Name,
    case: Case,
    *,
    due: date,
    start: date,
    done: date | None,
    days: WorkingCalendar | None,
    why: tuple[str, ...] = (),
    moved_by: tuple[str, ...] = (),
    not_counted: int = 0,
) -> ClockReading:
    """A clock that is due by the end of a day.

    With `days` it counts working days, otherwise calendar days. `not_counted` are working days
    between start and due that a pause took out.
    """
    until = done or case.history.as_of
    to_due = _distance(start, due, days)
    so_far = _distance(start, until, days)
    late = until > due
    state: State = "breached" if late else "running" if done is None else "met"
    return ClockReading(
        name.clock,
        name.label,
        name.rule,
        name.source,
        due,
        state,
        to_due - not_counted,
        max(0, so_far - not_counted),
        _words(to_due - so_far, late, done is not None, "day" if days is None else "working day"),
        why,
        moved_by,
        start,
        "day" if days is None else "working day",
    )


def by_hour(
    name: Name,
    case: Case,
    *,
    hours: int,
    done: datetime | date | None,
) -> ClockReading:
    """A clock in hours from receipt. Without a time of receipt it runs to the end of that day."""
    why: tuple[str, ...] = ()
    received = london_time(case.facts.received)
    if received is None:
        due_day = case.history.received + timedelta(hours=hours)
        day = None if done is None else london_date(done)
        if case.explain:
            why = (
                f"{hours} hours from receipt, whose time is not known, end with {say(due_day)}.",
            )
        return by_day(
            name, case, due=due_day, start=case.history.received, done=day, days=None, why=why
        )
    # Through UTC, so that 24 hours stay 24 hours on the night the clocks change.
    due = datetime.fromtimestamp(received.timestamp() + hours * 3600, tz=received.tzinfo)
    if case.explain:
        why = (f"{hours} hours from receipt end at {due:%H:%M} on {say(due)}.",)
    late = _is_after(
        done if done is not None else case.history.as_of_time or case.history.as_of, due
    )
    state: State = "breached" if late else "met" if done is not None else "running"
    left = {
        "met": "done in time",
        "running": f"due {due:%H:%M} on {due:%A} {due.day} {due:%B}",
        "breached": "done late" if done is not None else "late",
    }[state]
    return ClockReading(
        name.clock,
        name.label,
        name.rule,
        name.source,
        due,
        state,
        None,
        None,
        left,
        why,
        start=case.history.received,
        unit="hour",
    )


def _is_after(moment: datetime | date, due: datetime) -> bool:
    exact = london_time(moment)
    return exact > due if exact is not None else london_date(moment) > due.date()


def _distance(start: date, end: date, days: WorkingCalendar | None) -> int:
    return (end - start).days if days is None else days.working_days_between(start, end)


def _words(left: int, late: bool, done: bool, unit: str) -> str:
    """What is left, in words that a list of cases can show.

    A clock that is late by a weekend or a holiday alone is late by one day, never by none.
    """
    if late:
        behind = count(max(1, -left), unit)
        return f"done {behind} late" if done else f"{behind} late"
    if done:
        return "done in time"
    return f"{count(left, unit)} left" if left else "due today"
