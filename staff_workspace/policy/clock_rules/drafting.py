"""The investigating officer's answer, where the body gives it a time of its own."""

from __future__ import annotations

from ..reasons import counted
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .waiting import start_with_consent, until_the_end


@until_the_end
def draft(case: Case) -> ClockReading:
    """Working days from the start of the investigation, which waits for consent, to the draft."""
    limit = case.profile.response.io_wd
    name = Name("draft", "Draft response", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy sets no time for the draft.")
    if not case.facts.is_a("complaint"):
        return not_applicable(name, "This clock is for complaints.")
    start, began = case.history.received, "of receipt"
    started = case.history.first("investigation_started")
    if started is not None:
        start, began = started, "on which the investigation began"
    if case.facts.on_behalf:
        consented, waiting = start_with_consent(case, start, limit.in_force)
        if consented is None:
            return not_started(name, "starts when consent is in", waiting, (waiting,))
        if consented > start:
            start, began = consented, "on which consent came in"
    days = case.body_days
    return by_day(
        name,
        case,
        due=days.add_working_days(start, limit.in_force),
        start=start,
        done=case.history.first("drafted") or case.history.first("final_response_sent"),
        days=days,
        why=counted(start, limit.in_force, days, started_by=began) if case.explain else (),
    )
