"""What has to be settled when a contact is looked at first, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Triage:
    """The outcome of triage. A grade may be set again when something new comes to light."""

    eligible: bool | None = None
    kind: str = ""
    grade: str = ""
    consent_needs_judged: bool = False
    lead_body: str = ""
    plan: str = ""
    agreed_by: date | None = None
    allocated_to: str = ""
    red_flags_judged: bool = False


def still_open(triage: Triage) -> tuple[str, ...]:
    """What triage still has to settle, in words; a contact that is out of scope needs advice only."""
    if triage.eligible is None:
        return ("whether the procedure applies",)
    if not triage.eligible:
        return () if triage.plan else ("the advice that the person is given instead",)
    settled = (
        (triage.kind, "what kind of case it is"),
        (triage.grade, "the grade"),
        (triage.red_flags_judged, "whether there are red flags"),
        (triage.consent_needs_judged, "whose consent is needed"),
        (triage.lead_body, "which body leads"),
        (triage.plan, "the plan"),
        (triage.agreed_by, "by when the response comes"),
        (triage.allocated_to, "who deals with it"),
    )
    return tuple(words for value, words in settled if not value)
