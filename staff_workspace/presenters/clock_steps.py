"""Steps that the clocks of a case ask for: a reminder whose day has come, what follows a meeting."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.presenters.step import Step, step_to
from staff_workspace.queries.case_clocks import due_day


class Asked(NamedTuple):
    """What a clock asks for, on which screen, and from how many days after its date.

    ``since`` is None where it is asked for as long as the clock runs; ``after`` names what must
    have happened first.
    """

    screen: str
    button: str
    action: Action
    verb: str
    since: int | None = 0
    after: str = ""


_WITHOUT_ANSWER = "Decide whether to close: {} did not come in time"
ASKED = {
    "consent_chase": Asked("chase", "Record it", Action.ARRANGE_CONSENT, "Ask again for consent"),
    "consent_closure": Asked(
        "close", "Decide", Action.CLOSE_CASE, _WITHOUT_ANSWER.format("consent"), since=1
    ),
    "confirmation": Asked(
        "summary_sent", "Record it", Action.CONFIRM_SUMMARY, "Send the summary again"
    ),
    "last confirmation": Asked(
        "close", "Decide", Action.CLOSE_CASE, _WITHOUT_ANSWER.format("a confirmation"), since=1
    ),
    "meeting_outputs": Asked(
        "meeting_step",
        "Record it",
        Action.ARRANGE_MEETING,
        "Send the actions and the recording of the meeting",
        since=None,
        after="meeting_held",
    ),
    "meeting_update": Asked(
        "meeting_step",
        "Record it",
        Action.ARRANGE_MEETING,
        "Tell the person how the actions of the meeting stand",
        since=None,
        after="meeting_held",
    ),
}


def clock_steps(case: Case, readings: Iterable[ClockReading], *, today: date) -> list[Step]:
    """The steps that ``readings`` ask for on ``today``, the earliest first."""
    found = []
    happened = [event.name for event in case.events.all()]
    for reading in readings:
        asked, due = ASKED.get(_asked_by(case, reading, happened)), due_day(reading)
        if asked is None or due is None or not reading.waits:
            continue
        if asked.after and asked.after not in happened:
            continue
        if asked.since is None or (today - due).days >= asked.since:
            step = step_to(case, asked.screen, asked.button, asked.action, asked.verb, due=due)
            found.append(step)
    return sorted(found, key=lambda step: step.due or today)


def _asked_by(case: Case, reading: ClockReading, happened: list[str]) -> str:
    """The clock; that of the summary's confirmation has a name of its own for the last attempt."""
    if reading.clock != "confirmation":
        return reading.clock
    attempts = case.profile.consent_timing.confirm_attempts.in_force or 0
    is_last = happened.count("summary_sent") >= attempts
    return "last confirmation" if is_last else reading.clock
