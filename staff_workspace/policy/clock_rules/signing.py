"""How long a draft may lie with the one who checks it before it is taken higher."""

from __future__ import annotations

from ..reasons import counted
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_day
from .waiting import over, until_the_end


@until_the_end
def signoff_escalation(case: Case) -> ClockReading:
    """Working days from handing the draft in to taking it to the next person up."""
    limit = case.profile.sign_off.signoff_escalate_wd
    name = Name("signoff_escalation", "Escalate the sign-off", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy sets no time for signing.")
    start = case.history.last("submitted_for_signoff")
    if start is None and over(case):
        return not_applicable(name, over(case))
    if start is None:
        return not_started(
            name, "starts when the draft is handed in", "No draft waits to be signed."
        )
    # Released for signature, or no longer with the one who checks: nothing is left to escalate.
    names = ("draft_approved", "signed", "draft_returned", "final_response_sent")
    ends = [case.history.last(name) for name in names]
    done = min((day for day in ends if day is not None and day >= start), default=None)
    days = case.body_days
    return by_day(
        name,
        case,
        due=days.add_working_days(start, limit.in_force),
        start=start,
        done=done,
        days=days,
        why=counted(start, limit.in_force, days, started_by="on which the draft was handed in")
        if case.explain
        else (),
    )
