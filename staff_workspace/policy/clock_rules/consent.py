"""Waiting for consent: when to ask again, and when the body's policy closes the case."""

from __future__ import annotations

from datetime import date, timedelta

from ..reasons import counted, say
from .reading import Case, ClockReading, Name, not_applicable
from .running import by_day
from .waiting import over


def consent_chase(case: Case) -> ClockReading:
    """When consent is asked for again, counted from the last time of asking."""
    interval = case.profile.consent_timing.consent_chase_wd
    name = Name("consent_chase", "Ask again for consent", "policy", interval.source)
    asked, answered = _open_request(case)
    if asked is None:
        return not_applicable(name, "No consent has been asked for.")
    if answered is not None:
        return not_applicable(name, f"Consent was answered on {say(answered)}.")
    if over(case):
        return not_applicable(name, over(case))
    start = max(asked, case.history.last("consent_chased") or asked)
    days = case.body_days
    return by_day(
        name,
        case,
        due=days.add_working_days(start, interval.in_force),
        start=start,
        done=None,
        days=days,
        why=counted(start, interval.in_force, days, started_by="of asking") if case.explain else (),
    )


def consent_closure(case: Case) -> ClockReading:
    """The last day on which consent may come in before the body's policy closes the case."""
    limit = case.profile.consent_timing.consent_close_cd
    name = Name("consent_closure", "Last day for consent", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy closes no case for want of consent.")
    asked, answered = _open_request(case)
    if asked is None:
        return not_applicable(name, "No consent has been asked for.")
    if answered is None and over(case):
        return not_applicable(name, over(case))
    due = asked + timedelta(days=limit.in_force)
    why: tuple[str, ...] = ()
    if case.explain:
        act = case.body_days.next_working_day(due + timedelta(days=1))
        why = (
            f"{limit.in_force} calendar days after {say(asked)}, the day of asking, end on "
            f"{say(due)}.",
            f"The case may be closed from {say(due + timedelta(days=1))}; the first working day "
            f"for that is {say(act)}.",
            "What can be answered without consent is still owed by law: look before closing.",
        )
    return by_day(name, case, due=due, start=asked, done=answered, days=None, why=why)


def _open_request(case: Case) -> tuple[date | None, date | None]:
    """The request that is still open, or the last one with the day of its answer."""
    waits = case.history.consent_waits()
    if not waits:
        return None, None
    for wait in waits:
        if wait.answered is None:
            return wait.asked, None
    return waits[-1].asked, waits[-1].answered
