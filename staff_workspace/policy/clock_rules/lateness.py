"""Whether the complaint came in time: months from the matter or from learning of it."""

from __future__ import annotations

from ..reasons import say
from ..working_days import months_after
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day


def late_complaint(case: Case) -> ClockReading:
    """The last day for complaining. It raises a flag for people to judge and rejects nothing."""
    limit = case.profile.eligibility.late_months
    name = Name("late_complaint", "Time to complain", "law and policy", "reg 12; " + limit.source)
    if not case.facts.is_a("complaint"):
        return not_applicable(name, "The time limit is for complaints.")
    dates = [
        day
        for day in (case.history.last("occurred"), case.history.last("known"))
        if day is not None
    ]
    if not dates:
        unknown = "Neither the day of the matter nor the day of learning of it is recorded."
        return not_started(name, "starts when the day of the matter is known", unknown)
    start = max(dates)
    due = months_after(start, limit.in_force)
    why: tuple[str, ...] = ()
    if case.explain:
        why = (
            f"{limit.in_force} months after {say(start)}, the later of the two days, "
            f"end on {say(due)}.",
        )
    received = case.history.received
    return by_day(name, case, due=due, start=start, done=received, days=None, why=why)
