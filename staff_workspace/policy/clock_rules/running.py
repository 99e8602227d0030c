"""A clock with a due date: whether it is met, running or breached, and how much is left."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from ..case_facts import london_date, london_time
from ..reasons import counted, say
from ..working_days import WorkingCalendar
from .reading import Case, ClockReading, Name, State, Unit, count


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
    unit: Unit
    if days is None:
        unit, to_due, so_far = "day", (due - start).days, (until - start).days
    else:
        between = days.working_days_between
        unit, to_due, so_far = "working day", between(start, due), between(start, until)
    state, left = _standing(to_due - so_far, until > due, done is not None, unit)
    return ClockReading(
        name.clock,
        name.label,
        name.rule,
        name.source,
        due,
        state,
        to_due - not_counted,
        max(0, so_far - not_counted),
        left,
        why,
        moved_by,
        start,
        unit,
    )


def by_working_days(
    name: Name,
    case: Case,
    *,
    start: date,
    working: int,
    done: date | None,
    started_by: str,
    days: WorkingCalendar | None = None,
) -> ClockReading:
    """A clock of `working` days after `start`, in the body's own calendar unless `days` is another.

    `started_by` says what day `start` is ("of receipt").
    """
    days = days or case.body_days
    return by_day(
        name,
        case,
        due=days.add_working_days(start, working),
        start=start,
        done=done,
        days=days,
        why=counted(start, working, days, started_by=started_by) if case.explain else (),
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


@lru_cache(maxsize=4096)  # the same few numbers serve many cases
def _standing(left: int, late: bool, done: bool, unit: str) -> tuple[State, str]:
    """The state, and what is left in words that a list of cases can show.

    A clock that is late by a weekend or a holiday alone is late by one day, never by none.
    """
    if late:
        behind = count(max(1, -left), unit)
        return "breached", f"done {behind} late" if done else f"{behind} late"
    if done:
        return "met", "done in time"
    return "running", f"{count(left, unit)} left" if left else "due today"
