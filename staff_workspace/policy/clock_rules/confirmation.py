"""Waiting for the person to confirm the written summary of their complaint."""

from __future__ import annotations

from ..reasons import counted
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .waiting import over


def confirmation(case: Case) -> ClockReading:
    """Each `summary_sent` is one attempt; after the last the case may be closed, in writing."""
    timing = case.profile.consent_timing
    name = Name("confirmation", "Confirm the summary", "policy", timing.confirm_attempts.source)
    attempts = timing.confirm_attempts.in_force
    if attempts is None:
        return not_applicable(name, "The policy counts no attempts at confirmation.")
    if not case.facts.is_a("complaint", "concern") or case.facts.anonymous:
        return not_applicable(name, "Nobody is asked to confirm a summary of this case.")
    made = len(case.history.all("summary_sent"))
    start = case.history.last("summary_sent")
    if start is None and over(case):
        return not_applicable(name, over(case))
    if start is None:
        return not_started(name, "starts when the summary is sent", "No summary has been sent yet.")
    confirmed = case.history.after("summary_confirmed", start)
    if confirmed is None and over(case):
        return not_applicable(name, over(case))
    interval = timing.confirm_interval_wd.in_force
    days = case.body_days
    why: tuple[str, ...] = ()
    if case.explain:
        next_step = (
            "Without an answer by then it is asked again."
            if made < attempts
            else "Without an answer by then no further action is taken, and the person is told "
            "so in writing. What the law still asks for is looked at before closing."
        )
        why = (
            f"This is attempt {made} of {attempts}.",
            *counted(start, interval, days, started_by="on which it was last sent"),
            next_step,
        )
    return by_day(
        name,
        case,
        due=days.add_working_days(start, interval),
        start=start,
        done=confirmed,
        days=days,
        why=why,
    )
