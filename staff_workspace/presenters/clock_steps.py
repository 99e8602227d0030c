"""Steps that the clocks of a case ask for: a reminder whose day has come, what follows a meeting."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.policy.lifecycle import allowed_verbs
from staff_workspace.policy.stages import stages_of
from staff_workspace.presenters.step import Step, step_to
from staff_workspace.queries.case_clocks import due_day
from staff_workspace.queries.case_facts import against_closing


class Asked(NamedTuple):
    """What a clock asks for: screen, button, permission, the lifecycle's verb, words.

    ``closes``: the reason for closing, which the policy must allow by then. ``unless``: not once
    the case may be closed for this reason. ``after``: what must have happened since the clock began.
    """

    screen: str
    button: str
    action: Action
    verb: str
    words: str
    closes: str = ""
    unless: str = ""
    after: str = ""


_WITHOUT_ANSWER = "Decide whether to close: {} did not come in time"
ASKED = {
    "consent_chase": Asked(
        "chase",
        "Record it",
        Action.ARRANGE_CONSENT,
        "chase_consent",
        "Ask again for consent",
        unless="no_consent",
    ),
    "consent_closure": Asked(
        "close",
        "Decide",
        Action.CLOSE_CASE,
        "close",
        _WITHOUT_ANSWER.format("consent"),
        closes="no_consent",
    ),
    "confirmation": Asked(
        "summary_sent",
        "Record it",
        Action.CONFIRM_SUMMARY,
        "record_summary_sent",
        "Send the summary again",
    ),
    "last confirmation": Asked(
        "close",
        "Decide",
        Action.CLOSE_CASE,
        "close",
        _WITHOUT_ANSWER.format("a confirmation"),
        closes="no_confirmation",
    ),
    "meeting_outputs": Asked(
        "meeting_step",
        "Record it",
        Action.ARRANGE_MEETING,
        "record_meeting",
        "Send the actions and the recording of the meeting",
        after="meeting_held",
    ),
    "meeting_update": Asked(
        "meeting_step",
        "Record it",
        Action.ARRANGE_MEETING,
        "record_meeting",
        "Tell the person how the actions of the meeting stand",
        after="meeting_held",
    ),
}


def clock_steps(case: Case, readings: Iterable[ClockReading], *, now: datetime) -> list[Step]:
    """The steps that ``readings`` ask for and the case can take now, the earliest first."""
    found = []
    verbs = allowed_verbs(case.state, stages=stages_of(case.profile))
    for reading in readings:
        asked, due = ASKED.get(_asked_by(case, reading)), due_day(reading)
        if asked is None or due is None or not reading.waits or asked.verb not in verbs:
            continue
        if _is_time(case, asked, reading, now):
            step = step_to(case, asked.screen, asked.button, asked.action, asked.words, due=due)
            found.append((due, step))
    return [step for _, step in sorted(found, key=lambda one: one[0])]


def _asked_by(case: Case, reading: ClockReading) -> str:
    """The clock; that of the summary's confirmation has a name of its own for the last attempt."""
    if reading.clock != "confirmation":
        return reading.clock
    made = sum(event.name == "summary_sent" for event in case.events.all())
    attempts = case.profile.consent_timing.confirm_attempts.in_force or 0
    return "last confirmation" if made >= attempts else reading.clock


def _is_time(case: Case, asked: Asked, reading: ClockReading, now: datetime) -> bool:
    if asked.closes:
        return not against_closing(case, asked.closes, at=now)
    if asked.unless and not against_closing(case, asked.unless, at=now):
        return False
    if asked.after:
        # A second meeting that is only fixed asks for nothing, though the first one was held.
        happened = [event.at for event in case.events.all() if event.name == asked.after]
        since = reading.start
        return bool(happened and since and timezone.localdate(max(happened)) >= since)
    due = due_day(reading)
    return due is not None and due <= timezone.localdate(now)
