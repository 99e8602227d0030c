"""The investigating officer's answer, where the body gives it a time of its own."""

from __future__ import annotations

from functools import partial

from ..profile import Profile
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_working_days
from .shape import Clock, Shape
from .waiting import start_with_consent, until_the_end


@until_the_end
def draft(profile: Profile, shape: Shape) -> Clock:
    """Working days from the start of the investigation, which waits for consent, to the draft."""
    limit = profile.response.io_wd
    name = Name("draft", "Draft response", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy sets no time for the draft.")
    if not shape.is_a("complaint"):
        return not_applicable(name, "This clock is for complaints.")
    return partial(_draft, name, limit.in_force)


def _draft(name: Name, working: int, case: Case) -> ClockReading:
    start, began = case.history.received, "of receipt"
    started = case.history.first("investigation_started")
    if started is not None:
        start, began = started, "on which the investigation began"
    if case.facts.on_behalf:
        consented, waiting = start_with_consent(case, start, working)
        if consented is None:
            return not_started(name, "starts when consent is in", waiting, (waiting,))
        if consented > start:
            start, began = consented, "on which consent came in"
    return by_working_days(
        name,
        case,
        start=start,
        working=working,
        done=case.history.first("drafted") or case.history.first("final_response_sent"),
        started_by=began,
    )
