"""Waiting for consent: when to ask again, and when the body's policy closes the case."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from ..profile import Profile
from ..reasons import say
from .reading import Case, ClockReading, Name, not_applicable
from .running import by_day, by_working_days
from .shape import Clock, Reader, Shape
from .waiting import over


def consent_chase(profile: Profile, shape: Shape) -> Reader:
    """When consent is asked for again, counted from the last time of asking."""
    interval = profile.consent_timing.consent_chase_wd
    name = Name("consent_chase", "Ask again for consent", "policy", interval.source)
    return partial(_consent_chase, name, interval.in_force)


def _consent_chase(name: Name, interval: int, case: Case) -> ClockReading:
    asked, answered = _open_request(case)
    if asked is None:
        return not_applicable(name, "No consent has been asked for.")
    if answered is not None:
        return not_applicable(name, f"Consent was answered on {say(answered)}.")
    ended = over(case)
    if ended:
        return not_applicable(name, ended)
    return by_working_days(
        name,
        case,
        start=max(asked, case.history.last("consent_chased") or asked),
        working=interval,
        done=None,
        started_by="of asking",
    )


def consent_closure(profile: Profile, shape: Shape) -> Clock:
    """The last day on which consent may come in before the body's policy closes the case."""
    limit = profile.consent_timing.consent_close_cd
    name = Name("consent_closure", "Last day for consent", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy closes no case for want of consent.")
    return partial(_consent_closure, name, limit.in_force)


def _consent_closure(name: Name, limit: int, case: Case) -> ClockReading:
    asked, answered = _open_request(case)
    if asked is None:
        return not_applicable(name, "No consent has been asked for.")
    ended = over(case) if answered is None else ""
    if ended:
        return not_applicable(name, ended)
    due = asked + timedelta(days=limit)
    why: tuple[str, ...] = ()
    if case.explain:
        act = case.body_days.next_working_day(due + timedelta(days=1))
        why = (
            f"{limit} calendar days after {say(asked)}, the day of asking, end on {say(due)}.",
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
