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
from .waiting import start_with_consent, until_the_end


@until_the_end
def response_target(case: Case) -> ClockReading:
    """The body's own target, or the date agreed with the person where one was agreed."""
    working, source = target_working_days(case)
    name = Name("response_target", "Response", "policy", source)
    reason = does_not_apply(case, "complaint", "concern")
    if reason:
        return not_applicable(name, reason)
    done = case.history.first("final_response_sent")
    agreed, moved = agreed_date(case, None)
    start, waiting = start_of_target(case)
    if start is None:
        if agreed is None:
            return not_started(name, "starts when consent is in", waiting, (waiting,))
        # What was promised to the person stands, although the body's own target has not begun.
        start, working = case.history.received, None
    if agreed is None and working is None:
        return _without_target(case, name)
    pauses = pauses_of(case, start, working)
    if agreed is None and pauses.open_since is not None and done is None:
        why = f"Paused since {say(pauses.open_since)}, when consent was asked for."
        return not_started(name, "paused until consent is in", why, (why,), paused=True)
    due, why_lines = due_by_policy(case, start, working, pauses)
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


@until_the_end
def statutory_response(case: Case) -> ClockReading:
    """Six months that begin on the day of receipt; only an agreement made in time moves them.

    In time is before the six months end, or the longer period agreed within them; an earlier date
    that the body agreed for its own target takes nothing away from that.
    """
    months = case.profile.response.statutory_months
    name = Name("statutory_response", "Legal limit", "law", "reg 14; " + months.source)
    reason = does_not_apply(case, "complaint")
    if reason:
        return not_applicable(name, reason)
    start = case.history.received
    six = months_commencing(start, months.in_force)
    agreed, moved = agreed_date(case, six, never_before=six)
    due = agreed if agreed is not None and agreed > six else six
    moved = moved if due != six or agreed is None else ()
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


def agreed_date(
    case: Case, limit: date | None, *, never_before: date = date.min
) -> tuple[date | None, tuple[str, ...]]:
    """The last date agreed with the person, each agreement made while the one before still ran.

    `limit` is the date that counts before anything is agreed; up to `never_before` an agreement is
    in time whatever was agreed earlier.
    """
    made = agreements(case)
    if not made:
        return None, ()
    agreed: date | None = None
    moved: list[str] = []
    answered = case.history.first("final_response_sent")
    for event in made:
        on, new = london_date(event.at), event.second
        if answered is not None and on > answered:
            break  # it belongs to the reopened case, which has a clock of its own
        assert new is not None  # the history has checked it
        until = max(agreed or limit or date.max, never_before)
        if on > until:
            moved.append(
                f"A date agreed only on {say(on)}, after {say(until)} had passed, moves nothing."
            )
            continue
        agreed = new
        moved.append(f"On {say(on)} it was agreed with the person that the date is {say(new)}.")
    return agreed, tuple(moved)


def agreements(case: Case) -> list[Event]:
    """Every date agreed with the person, in the order in which they were agreed."""
    events = case.history.all("response_agreed") + case.history.all("extension_agreed")
    return sorted(events, key=lambda item: london_date(item.at)) if len(events) > 1 else events


def does_not_apply(case: Case, *kinds: str) -> str:
    """Why a clock of the response does not run for this case, in a sentence; "" when it does."""
    if case.facts.anonymous:
        return "The complaint is anonymous: nobody can be answered."
    if not case.facts.is_a(*kinds):
        return "This clock is for " + " and ".join(f"{kind}s" for kind in kinds) + "."
    return ""


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


def start_of_target(case: Case) -> tuple[date | None, str]:
    """The day from which the target counts, and what held it up; None while consent is out."""
    received = case.history.received
    if case.profile.response.target_starts.in_force == "receipt":
        return received, ""
    return start_with_consent(case, received, target_working_days(case)[0])


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
        why = (*why, *pauses.sentences, f"With the pause added, the date is {say(due)}.")
    return due, why
