"""Milestones of a local resolution meeting, counted back and forward from its day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from ..parameters.value import Value
from ..profile import Profile
from ..reasons import say
from ..working_days import months_after
from .reading import Case, ClockReading, Name, count, not_applicable, not_started
from .running import by_day
from .shape import Clock, Shape
from .waiting import over

NO_TIME = "The policy sets no time for this."


def meeting_offer(profile: Profile, shape: Shape) -> Clock:
    """Dates are offered this many calendar days ahead of the meeting."""
    value = profile.meetings.lrm_ahead_cd
    return _ahead("meeting_offer", "Offer dates for the meeting", value, "meeting_offered")


def meeting_agenda(profile: Profile, shape: Shape) -> Clock:
    """The person's agenda is in this many calendar days ahead."""
    value = profile.meetings.lrm_agenda_cd
    return _ahead("meeting_agenda", "Agenda for the meeting", value, "agenda_received")


def meeting_premeet(profile: Profile, shape: Shape) -> Clock:
    """Staff prepare the meeting this many calendar days ahead."""
    value = profile.meetings.lrm_premeet_cd
    return _ahead("meeting_premeet", "Prepare the meeting", value, "premeet")


def meeting_outputs(profile: Profile, shape: Shape) -> Clock:
    """Actions and recording go out within this many calendar days after the meeting."""
    value = profile.meetings.lrm_after_cd
    name = Name("meeting_outputs", "Send actions and recording", "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, NO_TIME)
    return partial(_after, name, value.in_force, "meeting_outputs_sent", None)


def meeting_update(profile: Profile, shape: Shape) -> Clock:
    """The last update, or a holding one: between two numbers of weeks after the meeting."""
    value = profile.meetings.lrm_update_weeks
    name = Name("meeting_update", "Update after the meeting", "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, NO_TIME)
    first, last = value.in_force
    return partial(_after, name, last * 7, "meeting_update_sent", first)


def meeting_window(profile: Profile, shape: Shape) -> Clock:
    """The months after the latest response within which a meeting is expected."""
    value = profile.meetings.lrm_window_months
    name = Name("meeting_window", "Time for a meeting", "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, NO_TIME)
    return partial(_window, name, value.in_force)


def _ahead(clock: str, label: str, value: Value[int | None], done_by: str) -> Clock:
    name = Name(clock, label, "policy", value.source)
    if value.in_force is None:
        return not_applicable(name, NO_TIME)
    return partial(_before, name, value.in_force, done_by)


def _before(name: Name, days: int, done_by: str, case: Case) -> ClockReading:
    meeting = _fixed(case)
    if meeting is None:
        return _no_meeting(case, name)
    due = meeting - timedelta(days=days)
    why: tuple[str, ...] = ()
    if case.explain:
        ahead = count(days, "calendar day")
        why = (f"{ahead} before {say(meeting)}, the day of the meeting, is {say(due)}.",)
    start = min(case.history.received, due)
    done = case.history.last(done_by)
    return by_day(name, case, due=due, start=start, done=done, days=None, why=why)


def _after(name: Name, days: int, done_by: str, told_from: int | None, case: Case) -> ClockReading:
    """`told_from` is the week after the meeting from which the person is told how things stand."""
    meeting = _fixed(case)
    if meeting is None:
        return _no_meeting(case, name)
    due = meeting + timedelta(days=days)
    why: tuple[str, ...] = ()
    if case.explain:
        after, ends = count(days, "calendar day"), "ends" if days == 1 else "end"
        why = (f"{after} after {say(meeting)}, the day of the meeting, {ends} on {say(due)}.",)
        if told_from is not None:
            told = say(meeting + timedelta(weeks=told_from))
            why += (f"From {told} at the latest the person is told how the actions stand.",)
    done = case.history.last(done_by)
    return by_day(name, case, due=due, start=meeting, done=done, days=None, why=why)


def _window(name: Name, months: int, case: Case) -> ClockReading:
    start = case.history.last("final_response_sent")
    if start is None:
        return not_started(name, "starts when the response is sent", "No response is sent yet.")
    due = months_after(start, months)
    why: tuple[str, ...] = ()
    if case.explain:
        why = (f"{months} months after {say(start)} end on {say(due)}.",)
    held = case.history.happened("meeting")
    done = held if held is not None and held >= start else None
    return by_day(name, case, due=due, start=start, done=done, days=None, why=why)


def _fixed(case: Case) -> date | None:
    """The day of the meeting, unless the case ended before it came."""
    meeting, ended = case.history.last("meeting"), case.history.ended_early()
    return None if ended is not None and meeting is not None and meeting > ended[0] else meeting


def _no_meeting(case: Case, name: Name) -> ClockReading:
    if case.history.ended_early() is not None:
        return not_applicable(name, over(case))
    return not_started(name, "starts when a meeting is fixed", "No meeting is fixed.")
