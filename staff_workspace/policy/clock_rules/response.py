"""The response: the body's target, which consent may hold up, and the law's backstop, which not."""

from __future__ import annotations

from datetime import date

from ..case_facts import Event, london_date
from ..grading import UnknownGrade, grade
from ..reasons import counted, say
from ..working_days import months_commencing
from .pauses import Pauses, pauses_of
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day


def response_target(case: Case) -> ClockReading:
    """The body's own target, or the date agreed with the person where one was agreed."""
    working, source = target_working_days(case)
    name = Name("response_target", "Response", "policy", source)
    reason = _does_not_apply(case, "complaint", "concern")
    if reason:
        return not_applicable(name, reason)
    done = case.history.first("final_response_sent")
    start, waiting = _start(case)
    if start is None:
        return not_started(name, "starts when consent is in", waiting, (waiting,))
    agreed, moved = agreed_date(case, None)
    if agreed is None and working is None:
        why = "The target follows from the grade, and the case is not graded yet."
        return not_started(name, "starts when the case is graded", why)
    pauses = pauses_of(case, start, working)
    if agreed is None and pauses.open_since is not None and done is None:
        why = f"Paused since {say(pauses.open_since)}, when consent was asked for."
        return not_started(name, "paused until consent is in", why, (why,), paused=True)
    due, why_lines = _due(case, start, working, pauses)
    if due is not None:
        agreed, moved = agreed_date(case, due)
    due = agreed or due
    assert due is not None  # one of the two is there, or we returned above
    return by_day(
        name,
        case,
        due=due,
        start=start,
        done=done,
        days=case.body_days,
        why=(*why_lines, *moved),
        moved_by=(*((waiting,) if waiting else ()), *pauses.sentences, *moved),
        not_counted=pauses.working_days if agreed is None else 0,
    )


def statutory_response(case: Case) -> ClockReading:
    """Six months that begin on the day of receipt; only an agreement made in time moves them."""
    months = case.profile.response.statutory_months
    name = Name("statutory_response", "Legal limit", "law", "reg 14; " + months.source)
    reason = _does_not_apply(case, "complaint")
    if reason:
        return not_applicable(name, reason)
    start = case.history.received
    six = months_commencing(start, months.in_force)
    agreed, moved = agreed_date(case, six)
    due = agreed if agreed is not None and agreed > six else six
    moved = moved if due != six else ()
    why: tuple[str, ...] = ()
    if case.explain:
        why = (
            f"The {months.in_force} months begin on {say(start)}, the day of receipt, and end on "
            f"{say(six)}.",
            *moved,
        )
    return by_day(
        name,
        case,
        due=due,
        start=start,
        done=case.history.first("final_response_sent"),
        days=None,
        why=why,
        moved_by=moved,
    )


def agreed_date(case: Case, limit: date | None) -> tuple[date | None, tuple[str, ...]]:
    """The last date agreed with the person, each agreement made while the one before still ran."""
    agreed: date | None = None
    moved: list[str] = []
    answered = case.history.first("final_response_sent")
    for event in agreements(case):
        on, new = london_date(event.at), event.second
        if answered is not None and on > answered:
            break  # it belongs to the reopened case, which has a clock of its own
        assert new is not None  # the history has checked it
        until = agreed or limit
        if until is not None and on > until:
            moved.append(f"The date agreed on {say(on)} came after {say(until)} and moves nothing.")
            continue
        agreed = new
        moved.append(f"On {say(on)} it was agreed with the person that the date is {say(new)}.")
    return agreed, tuple(moved)


def agreements(case: Case) -> list[Event]:
    """Every date agreed with the person, in the order in which they were agreed."""
    events = case.history.all("response_agreed") + case.history.all("extension_agreed")
    return sorted(events, key=lambda item: london_date(item.at)) if len(events) > 1 else events


def _does_not_apply(case: Case, *kinds: str) -> str:
    if case.facts.anonymous:
        return "The complaint is anonymous: nobody can be answered."
    if not case.facts.is_a(*kinds):
        return "This clock is for " + " and ".join(f"{kind}s" for kind in kinds) + "."
    ended = case.history.ended_early()
    return f"The case was {ended[1]} on {say(ended[0])}." if ended else ""


def target_working_days(case: Case) -> tuple[int | None, str]:
    """Working days of the target and where they stand: by grade, or the body's maximum."""
    most = case.profile.response.target_max_wd
    try:
        known = grade(case.profile, case.facts.grade) if case.facts.grade else None
    except UnknownGrade:
        known = None
    if known is not None and known.target_wd.in_force is not None:
        return known.target_wd.in_force, known.target_wd.source
    return most.in_force, most.source


def _start(case: Case) -> tuple[date | None, str]:
    """The day from which the target counts, and what held it up; None while consent is out."""
    received = case.history.received
    if case.profile.response.target_starts.in_force == "receipt":
        return received, ""
    waits = case.history.consent_waits()
    if not waits:
        return received, ""
    if any(not wait.granted for wait in waits):
        return None, f"Consent was asked for on {say(waits[-1].asked)} and is not in yet."
    last = max(wait.answered for wait in waits if wait.answered is not None)
    return last, f"The target counts from {say(last)}, when consent came in."


def _due(
    case: Case, start: date, working: int | None, pauses: Pauses
) -> tuple[date | None, tuple[str, ...]]:
    """The target date with the working days of every pause added, and its sentences."""
    if working is None:
        return None, ()
    days = case.body_days
    due = days.add_working_days(start, working + pauses.working_days)
    if not case.explain:
        return due, ()
    began = "of receipt" if start == case.history.received else "on which consent came in"
    why = counted(start, working, days, started_by=began)
    if pauses.working_days:
        why = (*why, *pauses.sentences, f"With the pause added, the date is {say(due)}.")
    return due, why
