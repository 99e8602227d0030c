"""Waiting for the person to confirm the written summary of their complaint."""

from __future__ import annotations

from datetime import date
from functools import partial

from ..profile import Profile
from ..reasons import counted
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .shape import Clock, Shape
from .waiting import over


def confirmation(profile: Profile, shape: Shape) -> Clock:
    """Each `summary_sent` is one attempt; after the last the case may be closed, in writing."""
    timing = profile.consent_timing
    name = Name("confirmation", "Confirm the summary", "policy", timing.confirm_attempts.source)
    attempts = timing.confirm_attempts.in_force
    if attempts is None:
        return not_applicable(name, "The policy counts no attempts at confirmation.")
    if not shape.is_a("complaint", "concern") or shape.anonymous:
        return not_applicable(name, "Nobody is asked to confirm a summary of this case.")
    return partial(_confirmation, name, attempts, timing.confirm_interval_wd.in_force)


def _confirmation(name: Name, attempts: int, interval: int, case: Case) -> ClockReading:
    start = case.history.last("summary_sent")
    confirmed = None if start is None else case.history.after("summary_confirmed", start)
    ended = over(case) if confirmed is None else ""
    if ended:
        return not_applicable(name, ended)
    if start is None:
        return not_started(name, "starts when the summary is sent", "No summary has been sent yet.")
    return by_day(
        name,
        case,
        due=case.body_days.add_working_days(start, interval),
        start=start,
        done=confirmed,
        days=case.body_days,
        why=_why(case, start, attempts, interval) if case.explain else (),
    )


def _why(case: Case, start: date, attempts: int, interval: int) -> tuple[str, ...]:
    made = len(case.history.all("summary_sent"))
    next_step = (
        "Without an answer by then it is asked again."
        if made < attempts
        else "Without an answer by then no further action is taken, and the person is told "
        "so in writing. What the law still asks for is looked at before closing."
    )
    return (
        f"This is attempt {made} of {attempts}.",
        *counted(start, interval, case.body_days, started_by="on which it was last sent"),
        next_step,
    )
