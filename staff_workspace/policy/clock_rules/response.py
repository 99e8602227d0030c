"""The response: the body's target, which consent may hold up, and the law's backstop, which not."""

from __future__ import annotations

from datetime import date
from functools import partial

from ..grading import UnknownGrade, grade
from ..profile import Profile
from ..reasons import counted, left_out, say
from ..working_days import months_commencing
from .agreement import agreed_date, was_agreed
from .pauses import Pauses, pauses_of
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .shape import Clock, Shape
from .waiting import start_with_consent, until_the_end


@until_the_end
def response_target(profile: Profile, shape: Shape) -> Clock:
    """The body's own target, or the date agreed with the person where one was agreed."""
    working, source = target_working_days(profile, shape)
    name = Name("response_target", "Response", "policy", source)
    reason = does_not_apply(shape, "complaint", "concern")
    if reason:
        return not_applicable(name, reason)
    return partial(_response_target, name, working)


def _response_target(name: Name, working: int | None, case: Case) -> ClockReading:
    done = case.history.first("final_response_sent")
    agreed_at_all = was_agreed(case)
    start, waiting = start_of_target(case, working)
    if start is None:
        if not agreed_at_all:
            return not_started(name, "starts when consent is in", waiting, (waiting,))
        # What was promised to the person stands, although the body's own target has not begun.
        start, working = case.history.received, None
    if not agreed_at_all and working is None:
        return _without_target(case, name)
    pauses = pauses_of(case, start, working)
    if not agreed_at_all and pauses.open_since is not None and done is None:
        return paused(name, pauses.open_since)
    due, why_lines = due_by_policy(case, start, working, pauses)
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


@until_the_end
def statutory_response(profile: Profile, shape: Shape) -> Clock:
    """Six months that begin on the day of receipt; only an agreement made in time moves them.

    In time is before the six months end, or the longer period agreed within them; an earlier date
    that the body agreed for its own target takes nothing away from that.
    """
    months = profile.response.statutory_months
    name = Name("statutory_response", "Legal limit", "law", "reg 14; " + months.source)
    reason = does_not_apply(shape, "complaint")
    if reason:
        return not_applicable(name, reason)
    return partial(_statutory_response, name, months.in_force)


def _statutory_response(name: Name, months: int, case: Case) -> ClockReading:
    start = case.history.received
    six = months_commencing(start, months)
    agreed, moved = agreed_date(case, six, never_before=six)
    due = agreed if agreed is not None and agreed > six else six
    moved = moved if due != six or agreed is None else ()
    why: tuple[str, ...] = ()
    if case.explain:
        why = (
            f"The {months} months begin on {say(start)}, the day of receipt, and end on {say(six)}.",
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


def does_not_apply(shape: Shape, *kinds: str) -> str:
    """Why a clock of the response does not run for this shape, in a sentence; "" when it does."""
    if shape.anonymous:
        return "The complaint is anonymous: nobody can be answered."
    if not shape.is_a(*kinds):
        return "This clock is for " + " and ".join(f"{kind}s" for kind in kinds) + "."
    return ""


def target_working_days(profile: Profile, shape: Shape) -> tuple[int | None, str]:
    """Working days of the target and where they stand: by grade, or the body's maximum."""
    most = profile.response.target_max_wd
    try:
        known = grade(profile, shape.grade) if shape.grade else None
    except UnknownGrade:
        known = None
    if known is not None and known.target_wd.in_force is not None:
        return known.target_wd.in_force, known.target_wd.source
    return most.in_force, most.source


def start_of_target(case: Case, target: int | None) -> tuple[date | None, str]:
    """The day from which the target counts, and what held it up; None while consent is out.

    `target` is its number of working days, where there is one.
    """
    received = case.history.received
    if case.profile.response.target_starts.in_force == "receipt":
        return received, ""
    return start_with_consent(case, received, target)


def paused(name: Name, since: date) -> ClockReading:
    """The clock stands still from the day on which consent was asked for."""
    why = f"Paused since {say(since)}, when consent was asked for."
    return not_started(name, "paused until consent is in", why, (why,), paused=True)


def _without_target(case: Case, name: Name) -> ClockReading:
    if not case.profile.grading.grades:
        why = "No target is set here: the date is the one that is agreed with the person."
        return not_started(name, "starts when a date is agreed", why)
    why = "The target follows from the grade, and the case is not graded yet."
    return not_started(name, "starts when the case is graded", why)


def due_by_policy(
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
        without = days.add_working_days(start, working)
        with_it = f"With the pause added, the date is {say(due)}."
        why = (*why, *pauses.sentences, *left_out(without, due, days), with_it)
    return due, why
