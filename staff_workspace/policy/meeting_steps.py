"""The steps of a local resolution meeting that a body's policy follows, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .profile import Profile
from .reasons import say


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """A step: the event that the clocks read, what staff call it, and what the timeline says."""

    key: str
    event: str
    label: str
    title: str
    after_meeting: bool = False


_ALL = (
    MeetingStep("offered", "meeting_offered", "Dates were offered", "Dates for a meeting offered"),
    MeetingStep("agenda", "agenda_received", "The agenda came in", "Agenda for the meeting in"),
    MeetingStep("premeet", "premeet", "Staff prepared the meeting", "Meeting prepared"),
    MeetingStep("held", "meeting_held", "The meeting was held", "Meeting held", True),
    MeetingStep(
        "outputs",
        "meeting_outputs_sent",
        "Actions and recording were sent",
        "Actions and recording of the meeting sent",
        True,
    ),
    MeetingStep(
        "update",
        "meeting_update_sent",
        "An update on the actions was sent",
        "Update after the meeting sent",
        True,
    ),
    MeetingStep("cancelled", "meeting_cancelled", "It will not take place", "Meeting called off"),
)


def steps_of(profile: Profile) -> tuple[MeetingStep, ...]:
    """The steps in their order; those that the policy sets no time for are left out (LR-1, LR-3).

    That a meeting was held or called off is recorded by every body.
    """
    own = profile.meetings
    timed = {
        "offered": own.lrm_ahead_cd.in_force,
        "agenda": own.lrm_agenda_cd.in_force,
        "premeet": own.lrm_premeet_cd.in_force,
        "outputs": own.lrm_after_cd.in_force,
        "update": own.lrm_update_weeks.in_force,
    }
    return tuple(step for step in _ALL if step.key not in timed or timed[step.key] is not None)


def against_step(step: MeetingStep, *, meeting: date | None, on: date) -> str:
    """Why the step cannot be recorded for that day, or ""; `meeting` is the day it is fixed for."""
    if step.key in ("offered", "agenda", "premeet"):
        return ""
    if meeting is None:
        return "No meeting is fixed. Fix it first."
    if step.key == "cancelled":
        return f"The meeting was on {say(meeting)}." if on > meeting else ""
    return f"The meeting is on {say(meeting)}, after that day." if on < meeting else ""
