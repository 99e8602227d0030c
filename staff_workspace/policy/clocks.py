"""Which clocks a case has, and what each shows on a given day."""

from __future__ import annotations

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
from .clock_rules.shape import Clock, ClockRule, Shape, shape_of
from .history import History
from .per_profile import once_per_profile
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
    "clocks_of",
    "read_clocks",
]

CLOCKS: dict[str, ClockRule] = {
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


@once_per_profile(maxsize=2048)
def clocks_of(profile: Profile, shape: Shape) -> tuple[Clock, ...]:
    """For each of CLOCKS what it shows in every case of this shape, or how it is read from one."""
    return tuple(rule(profile, shape) for rule in CLOCKS.values())


def read_clocks(
    profile: Profile, facts: CaseFacts, *, as_of: datetime | date, explain: bool = True
) -> tuple[ClockReading, ...]:
    """Every clock of the case as it stands on `as_of`; events after that day are not known yet.

    With `explain=False` the sentences are left out, for recomputing many cases. Raises EventError
    when the history does not hold together and CalendarNotVerified beyond the checked calendar.
    """
    case = Case(profile, History(facts, as_of), explain=explain)
    clocks = clocks_of(profile, shape_of(facts))
    return tuple([clock if isinstance(clock, ClockReading) else clock(case) for clock in clocks])
