"""Whether the complaint came in time: months from the matter or from learning of it."""

from __future__ import annotations

from functools import partial

from ..profile import Profile
from ..reasons import say
from ..working_days import months_after
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .shape import Clock, Shape


def late_complaint(profile: Profile, shape: Shape) -> Clock:
    """The last day for complaining. It raises a flag for people to judge and rejects nothing."""
    limit = profile.eligibility.late_months
    name = Name("late_complaint", "Time to complain", "law and policy", "reg 12; " + limit.source)
    if not shape.is_a("complaint"):
        return not_applicable(name, "The time limit is for complaints.")
    return partial(_late_complaint, name, limit.in_force)


def _late_complaint(name: Name, months: int, case: Case) -> ClockReading:
    dates = case.history.days("occurred") + case.history.days("known")
    if not dates:
        unknown = "Neither the day of the matter nor the day of learning of it is recorded."
        return not_started(name, "starts when the day of the matter is known", unknown)
    start = max(dates)
    due = months_after(start, months)
    why: tuple[str, ...] = ()
    if case.explain:
        why = (
            f"{months} months after {say(start)}, the later of the two days, end on {say(due)}.",
        )
    received = case.history.received
    return by_day(name, case, due=due, start=start, done=received, days=None, why=why)
