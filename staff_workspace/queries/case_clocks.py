"""The clocks of a case, read from its timeline by its own version of the policy."""

from datetime import date, datetime

from django.utils import timezone

from staff_workspace.models import Case
from staff_workspace.policy.case_facts import EVENTS
from staff_workspace.policy.clocks import CaseFacts, ClockReading, Event
from staff_workspace.policy.clocks_told import Told, told_clocks

_COLUMNS = {
    "acknowledgement": "acknowledgement_due",
    "response_target": "response_due",
    "statutory_response": "statutory_due",
}


def clock_facts(case: Case) -> CaseFacts:
    """What the clocks need to know of ``case``."""
    events = tuple(
        Event(event.name, timezone.localtime(event.at), event.second_date)
        for event in sorted(case.events.all(), key=lambda event: (event.at, event.pk))
        if event.name in EVENTS
    )
    return CaseFacts(
        kind=case.kind,
        received=timezone.localtime(case.received_at),
        channel=case.channel,
        grade=case.grade or None,
        anonymous=case.anonymous,
        on_behalf=case.on_behalf,
        events=events,
        also_kinds=("mp_enquiry",) if case.elected_as else (),
        elected_as=case.elected_as or "mp",
    )


def clock_readings(case: Case, *, as_of: datetime, explain: bool = True) -> Told:
    """The clocks of ``case`` at ``as_of``, and those whose dates lie beyond the checked calendar."""
    moment = timezone.localtime(as_of)
    return told_clocks(case.profile, clock_facts(case), as_of=moment, explain=explain)


def refresh_due_dates(case: Case, *, as_of: datetime) -> None:
    """Write the clocks' dates into the columns that the queue sorts by; the caller saves.

    A date beyond the checked calendar stays empty: work on the case does not wait for it.
    """
    readings = clock_readings(case, as_of=as_of, explain=False).by_name()
    for clock, column in _COLUMNS.items():
        reading = readings.get(clock)
        setattr(case, column, due_day(reading) if reading else None)
    waiting = {clock: due_day(reading) for clock, reading in readings.items() if reading.waits}
    # An ombudsman is answered whatever has become of the case.
    case.ombudsman_due = waiting.get("ombudsman_request")
    days = [day for day in waiting.values() if day] if case.is_open else []
    case.next_due = min(days) if days else case.ombudsman_due


def due_day(reading: ClockReading) -> date | None:
    """The day of a clock's date; clocks in hours give the day their hour falls on."""
    if isinstance(reading.due, datetime):
        return reading.due.date()
    return reading.due
