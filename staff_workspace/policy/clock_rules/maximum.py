"""The longest time that a policy gives a response: it runs on beside a date agreed for later."""

from __future__ import annotations

from functools import partial

from ..profile import Profile
from .agreement import was_agreed
from .pauses import pauses_of
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .response import (
    does_not_apply,
    due_by_policy,
    paused,
    start_of_target,
    target_working_days,
)
from .running import by_day
from .shape import Clock, Shape
from .waiting import until_the_end


@until_the_end
def response_maximum(profile: Profile, shape: Shape) -> Clock:
    """Working days of the body's maximum, whatever was agreed; consent pauses it as it does the target.

    Where no date is agreed the target itself is the maximum, and this clock has nothing to add.
    """
    most = profile.response.target_max_wd
    name = Name("response_maximum", "Longest time to respond", "policy", most.source)
    if most.in_force is None:
        return not_applicable(name, "The policy sets no longest time for a response.")
    reason = does_not_apply(shape, "complaint", "concern")
    if reason:
        return not_applicable(name, reason)
    target, _ = target_working_days(profile, shape)
    return partial(_response_maximum, name, most.in_force, target)


def _response_maximum(name: Name, most: int, target: int | None, case: Case) -> ClockReading:
    if not was_agreed(case):
        return not_applicable(name, "No other date is agreed: the response is due within it.")
    done = case.history.first("final_response_sent")
    start, waiting = start_of_target(case, target)
    if start is None:
        return not_started(name, "starts when consent is in", waiting, (waiting,))
    pauses = pauses_of(case, start, most)
    if pauses.open_since is not None and done is None:
        return paused(name, pauses.open_since)
    due, why_lines = due_by_policy(case, start, most, pauses)
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
