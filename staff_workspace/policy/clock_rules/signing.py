"""How long a draft may lie with the one who checks it before it is taken higher."""

from __future__ import annotations

from functools import partial

from ..profile import Profile
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .running import by_working_days
from .shape import Clock, Shape
from .waiting import over, until_the_end

# Released for signature, or no longer with the one who checks: nothing is left to escalate.
ENDS = ("draft_approved", "signed", "draft_returned", "final_response_sent")


@until_the_end
def signoff_escalation(profile: Profile, shape: Shape) -> Clock:
    """Working days from handing the draft in to taking it to the next person up."""
    limit = profile.sign_off.signoff_escalate_wd
    name = Name("signoff_escalation", "Escalate the sign-off", "policy", limit.source)
    if limit.in_force is None:
        return not_applicable(name, "The policy sets no time for signing.")
    return partial(_signoff_escalation, name, limit.in_force)


def _signoff_escalation(name: Name, working: int, case: Case) -> ClockReading:
    start = case.history.last("submitted_for_signoff")
    if start is None:
        ended = over(case)
        if ended:
            return not_applicable(name, ended)
        return not_started(
            name, "starts when the draft is handed in", "No draft waits to be signed."
        )
    lasts = [case.history.last(end) for end in ENDS]
    return by_working_days(
        name,
        case,
        start=start,
        working=working,
        done=min([day for day in lasts if day is not None and day >= start], default=None),
        started_by="on which the draft was handed in",
    )
