"""Which clocks a case has, and what each shows on a given day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from .case_facts import CaseFacts, Event, EventError
from .clock_rules import (
    acknowledgement,
    confirmation,
    consent,
    drafting,
    elected_officials,
    lateness,
    maximum,
    meetings,
    ombudsman,
    reopened,
    response,
    signing,
)
from .clock_rules.reading import Case, ClockReading, State
from .history import History
from .profile import Profile
from .working_days import CalendarNotVerified

__all__ = [
    "CLOCKS",
    "CalendarNotVerified",
    "CaseFacts",
    "ClockReading",
    "Event",
    "EventError",
    "State",
    "read_clocks",
]

CLOCKS: dict[str, Callable[[Case], ClockReading]] = {
    "first_contact": acknowledgement.first_contact,
    "acknowledgement": acknowledgement.acknowledgement,
    "response_target": response.response_target,
    "statutory_response": response.statutory_response,
    "response_maximum": maximum.response_maximum,
    "draft": drafting.draft,
    "signoff_escalation": signing.signoff_escalation,
    "consent_chase": consent.consent_chase,
    "consent_closure": consent.consent_closure,
    "confirmation": confirmation.confirmation,
    "mp_acknowledgement": elected_officials.mp_acknowledgement,
    "mp_draft": elected_officials.mp_draft,
    "mp_chase": elected_officials.mp_chase,
    "mp_final": elected_officials.mp_final,
    "meeting_offer": meetings.meeting_offer,
    "meeting_agenda": meetings.meeting_agenda,
    "meeting_premeet": meetings.meeting_premeet,
    "meeting_outputs": meetings.meeting_outputs,
    "meeting_update": meetings.meeting_update,
    "meeting_window": meetings.meeting_window,
    "late_complaint": lateness.late_complaint,
    "reopened_response": reopened.reopened_response,
    "ombudsman_request": ombudsman.ombudsman_request,
}


def read_clocks(
    profile: Profile, facts: CaseFacts, *, as_of: datetime | date, explain: bool = True
) -> tuple[ClockReading, ...]:
    """Every clock of the case as it stands on `as_of`; events after that day are not known yet.

    With `explain=False` the sentences are left out, for recomputing many cases. Raises EventError
    when the history does not hold together and CalendarNotVerified beyond the checked calendar.
    """
    case = Case(profile, History(facts, as_of), explain=explain)
    return tuple(rule(case) for rule in CLOCKS.values())
