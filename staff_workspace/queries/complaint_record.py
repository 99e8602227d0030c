"""What the case holds for the record that the law asks for, and what became of the period."""

from django.utils import timezone

from staff_workspace.models import Case
from staff_workspace.policy.complaint_record import ComplaintRecord, Told
from staff_workspace.policy.outcomes import OUTCOMES
from staff_workspace.policy.response_period import Period

AGREED = ("response_agreed", "extension_agreed")


def complaint_record(case: Case) -> ComplaintRecord:
    """The record of regulation 17, with every period that the person was told, none lost."""
    told = case.events.filter(name__in=[*AGREED, "period_set"]).order_by("at", "pk")
    periods = ((timezone.localdate(event.at), event.second_date) for event in told)
    sent = timezone.localdate(case.responded_at) if case.responded_at else None
    return ComplaintRecord(
        complaint=case.story,
        subject=case.subject,
        outcome=OUTCOMES.get(case.outcome, ""),
        periods=tuple(Told(on, until) for on, until in periods if until),
        response_sent=sent,
    )


def response_period(case: Case) -> Period:
    """What became of the offer to discuss handling and time (regulation 13)."""
    offered = timezone.localdate(case.acknowledged_at) if case.acknowledged_at else None
    agreed = case.events.filter(name__in=AGREED).first()
    chosen = case.events.filter(name="period_set").first()
    return Period(
        offered=offered,
        declined=chosen is not None,
        agreed=agreed.second_date if agreed else None,
        set_by_body=chosen.second_date if chosen else None,
        told_in_writing=timezone.localdate(chosen.at) if chosen else None,
    )
