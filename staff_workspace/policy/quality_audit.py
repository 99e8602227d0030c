"""The checks that an audit of a closed case makes, from its clocks and its letter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from .case_facts import CaseFacts
from .clock_rules.pauses import pauses_of
from .clock_rules.reading import Case
from .clocks import read_clocks
from .history import History
from .profile import Profile

CHECKS: dict[str, str] = {
    "first_contact": "Was the person contacted in time?",
    "acknowledgement": "Was the complaint acknowledged in time?",
    "depth": "Did the depth of the investigation fit the seriousness?",
    "response_target": "Did the response come in the agreed time?",
    "response_maximum": "Did the response come within the policy's maximum?",
    "apology": "Was there an apology where one was due?",
    "ombudsman": "Did the response point to the ombudsman?",
    "learning": "Did the response name actions and lessons?",
}
_LETTER = {"apology": "LE-2", "ombudsman": "LE-6", "learning": "LE-5"}


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed case as the audit sees it: its letter, and a person's judgement of the depth."""

    facts: CaseFacts
    letter_has: Collection[str] = ()
    letter_waives: Collection[str] = ()
    depth_fitted: bool | None = None
    as_of: date = field(kw_only=True)


def audit(profile: Profile, closed: Closed) -> dict[str, bool | None]:
    """Yes, no, or None where the question does not arise or nobody has judged it yet.

    A date agreed with the person meets the target; the policy's maximum counts all the same.
    """
    readings = read_clocks(profile, closed.facts, as_of=closed.as_of)
    states = {reading.clock: reading.state for reading in readings}
    answers: dict[str, bool | None] = {}
    for check in profile.records.audit_checks.in_force:
        if check == "depth":
            answers[check] = closed.depth_fitted
        elif check == "response_maximum":
            answers[check] = _within_maximum(profile, closed)
        elif check in _LETTER:
            waived = _LETTER[check] in closed.letter_waives
            answers[check] = None if waived else _LETTER[check] in closed.letter_has
        else:
            answers[check] = {"met": True, "breached": False}.get(states[check])
    return answers


def _within_maximum(profile: Profile, closed: Closed) -> bool | None:
    """Working days from receipt to the response, pauses for consent left out."""
    most = profile.response.target_max_wd.in_force
    case = Case(profile, History(closed.facts, closed.as_of), explain=False)
    sent = case.history.first("final_response_sent")
    if most is None or sent is None:
        return None
    start = case.history.received
    paused = pauses_of(case, start, most).working_days
    return case.body_days.working_days_between(start, sent) - paused <= most
