"""The longest time that a policy gives a response: it runs on beside a date agreed for later."""

from __future__ import annotations

from ..reasons import say
from .pauses import pauses_of
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .response import agreed_date, does_not_apply, due_by_policy, start_of_target
from .running import by_day
from .waiting import until_the_end


@until_the_end
def response_maximum(case: Case) -> ClockReading:
    """Working days of the body's maximum, whatever was agreed; consent pauses it as it does the target.

    Where no date is agreed the target itself is the maximum, and this clock has nothing to add.
    """
    most = case.profile.response.target_max_wd
    name = Name("response_maximum", "Longest time to respond", "policy", most.source)
    if most.in_force is None:
        return not_applicable(name, "The policy sets no longest time for a response.")
    reason = does_not_apply(case, "complaint", "concern")
    if reason:
        return not_applicable(name, reason)
    if agreed_date(case, None)[0] is None:
        return not_applicable(name, "No other date is agreed: the response is due within it.")
    done = case.history.first("final_response_sent")
    start, waiting = start_of_target(case)
    if start is None:
        return not_started(name, "starts when consent is in", waiting, (waiting,))
    pauses = pauses_of(case, start, most.in_force)
    if pauses.open_since is not None and done is None:
        why = f"Paused since {say(pauses.open_since)}, when consent was asked for."
        return not_started(name, "paused until consent is in", why, (why,), paused=True)
    due, why_lines = due_by_policy(case, start, most.in_force, pauses)
    assert due is not None  # there is a number of days to count
    return by_day(
        name,
        case,
        due=due,
        start=start,
        done=done,
        days=case.body_days,
        why=why_lines,
        moved_by=pauses.sentences,
        not_counted=pauses.working_days,
    )
