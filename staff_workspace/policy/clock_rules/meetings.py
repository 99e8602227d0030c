"""Milestones of a local resolution meeting, counted back and forward from its day."""

from __future__ import annotations

from datetime import date, timedelta

from ..parameters.value import Value
from ..reasons import say
from ..working_days import months_after
from .reading import Case, ClockReading, Name, count, not_applicable, not_started
from .running import by_day
from .waiting import over


def meeting_offer(case: Case) -> ClockReading:
    """Dates are offered this many calendar days ahead of the meeting."""
    value = case.profile.meetings.lrm_ahead_cd
    return _before(case, "meeting_offer", "Offer dates for the meeting", value, "meeting_offered")


def meeting_agenda(case: Case) -> ClockReading:
    """The person's agenda is in this many calendar days ahead."""
    value = case.profile.meetings.lrm_agenda_cd
    return _before(case, "meeting_agenda", "Agenda for the meeting", value, "agenda_received")


def meeting_premeet(case: Case) -> ClockReading:
    """Staff prepare the meeting this many calendar days ahead."""
    value = case.profile.meetings.lrm_premeet_cd
    return _before(case, "meeting_premeet", "Prepare the meeting", value, "premeet")


def meeting_outputs(case: Case) -> ClockReading:
    """Actions and recording go out within this many calendar days after the meeting."""
    value = case.profile.meetings.lrm_after_cd
    name = Name("meeting_outputs", "Send actions and recording", "policy", value.source)
    return _after(case, name, value.in_force, "meeting_outputs_sent")


def meeting_update(case: Case) -> ClockReading:
    """The last update, or a holding one: between two numbers of weeks after the meeting."""
    value = case.profile.meetings.lrm_update_weeks
    name = Name("meeting_update", "Update after the meeting", "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, "The policy sets no time for this.")
    first, last = value.in_force
    meeting = case.history.last("meeting")
    note = "" if meeting is None else f"From {say(meeting + timedelta(weeks=first))} at the latest "
    why = (f"{note}the person is told how the actions stand.",) if note else ()
    return _after(case, name, last * 7, "meeting_update_sent", why)


def meeting_window(case: Case) -> ClockReading:
    """The months after the latest response within which a meeting is expected."""
    value = case.profile.meetings.lrm_window_months
    name = Name("meeting_window", "Time for a meeting", "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, "The policy sets no time for this.")
    start = case.history.last("final_response_sent")
    if start is None:
        return not_started(name, "starts when the response is sent", "No response is sent yet.")
    due = months_after(start, value.in_force)
    why = (f"{value.in_force} months after {say(start)} end on {say(due)}.",)
    held = case.history.happened("meeting")
    done = held if held is not None and held >= start else None
    return by_day(name, case, due=due, start=start, done=done, days=None, why=why)


def _before(
    case: Case, clock: str, label: str, value: Value[int | None], done_by: str
) -> ClockReading:
    name = Name(clock, label, "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, "The policy sets no time for this.")
    meeting = _fixed(case)
    if meeting is None:
        return _no_meeting(case, name)
    due = meeting - timedelta(days=value.in_force)
    why: tuple[str, ...] = ()
    if case.explain:
        ahead = count(value.in_force, "calendar day")
        why = (f"{ahead} before {say(meeting)}, the day of the meeting, is {say(due)}.",)
    start = min(case.history.received, due)
    return by_day(
        name, case, due=due, start=start, done=case.history.last(done_by), days=None, why=why
    )


def _after(
    case: Case, name: Name, days: int | None, done_by: str, more: tuple[str, ...] = ()
) -> ClockReading:
    if days is None:
        return not_applicable(name, "The policy sets no time for this.")
    meeting = _fixed(case)
    if meeting is None:
        return _no_meeting(case, name)
    due: date = meeting + timedelta(days=days)
    why: tuple[str, ...] = ()
    if case.explain:
        after = count(days, "calendar day")
        ends = "ends" if days == 1 else "end"
        why = (
            f"{after} after {say(meeting)}, the day of the meeting, {ends} on {say(due)}.",
            *more,
        )
    return by_day(
        name, case, due=due, start=meeting, done=case.history.last(done_by), days=None, why=why
    )


def _fixed(case: Case) -> date | None:
    """The day of the meeting, unless the case ended before it came."""
    meeting, ended = case.history.last("meeting"), case.history.ended_early()
    return None if ended is not None and meeting is not None and meeting > ended[0] else meeting


def _no_meeting(case: Case, name: Name) -> ClockReading:
    if case.history.ended_early() is not None:
        return not_applicable(name, over(case))
    return not_started(name, "starts when a meeting is fixed", "No meeting is fixed.")
