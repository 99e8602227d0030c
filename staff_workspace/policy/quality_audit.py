"""The checks that an audit of a closed case makes, from its clocks and its letter."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .clock_rules.reading import ClockReading

CHECKS: dict[str, str] = {
    "first_contact": "Was the person contacted in time?",
    "acknowledgement": "Was the complaint acknowledged in time?",
    "depth": "Did the depth of the investigation fit the seriousness?",
    "response_target": "Did the response come in the agreed time?",
    "apology": "Was there an apology where one was due?",
    "ombudsman": "Did the response point to the ombudsman?",
    "learning": "Did the response name actions and lessons?",
}
_LETTER = {"apology": "LE-2", "ombudsman": "LE-6", "learning": "LE-5"}


def audit(
    readings: Iterable[ClockReading], *, letter_has: Collection[str], depth_fitted: bool | None
) -> dict[str, bool | None]:
    """Yes, no, or None where the question does not arise or nobody has judged it yet."""
    states = {reading.clock: reading.state for reading in readings}
    answers: dict[str, bool | None] = {}
    for check in CHECKS:
        if check == "depth":
            answers[check] = depth_fitted
        elif check in _LETTER:
            answers[check] = _LETTER[check] in letter_has
        else:
            answers[check] = {"met": True, "breached": False}.get(states.get(check, ""))
    return answers
