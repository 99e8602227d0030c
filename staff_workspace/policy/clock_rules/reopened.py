"""A reopened case: a clock of its own, while the first response and the legal limit stay put."""

from __future__ import annotations

from functools import partial

from ..case_facts import london_date
from ..history import History
from ..profile import Profile
from ..reasons import counted, say
from .agreement import agreements
from .reading import Case, ClockReading, Name, not_applicable, not_started
from .response import target_working_days
from .running import by_day
from .shape import Reader, Shape
from .waiting import until_the_end


@partial(until_the_end, ended=History.ended_again)
def reopened_response(profile: Profile, shape: Shape) -> Reader:
    """The further response: counted like the first from the day of reopening, or as agreed since."""
    working, source = target_working_days(profile, shape)
    return partial(
        _reopened_response, Name("reopened_response", "Further response", "policy", source), working
    )


def _reopened_response(name: Name, working: int | None, case: Case) -> ClockReading:
    start = case.history.last("reopened")
    first = case.history.first("final_response_sent")
    if start is None or first is None or start < first:
        return not_applicable(name, "The case has not been reopened after a response.")
    due = None if working is None else case.body_days.add_working_days(start, working)
    moved = []
    for event in agreements(case):
        if london_date(event.at) >= start and event.second is not None:
            due = event.second
            moved.append(f"On {say(london_date(event.at))} {say(due)} was agreed with the person.")
    if due is None:
        why = "The target follows from the grade, and the case is not graded yet."
        return not_started(name, "starts when the case is graded", why)
    why_lines: tuple[str, ...] = ()
    if case.explain and working is not None:
        why_lines = counted(start, working, case.body_days, started_by="of reopening")
    answers = case.history.days("final_response_sent")[1:]
    return by_day(
        name,
        case,
        due=due,
        start=start,
        done=next((day for day in answers if day >= start), None),
        days=case.body_days,
        why=(*why_lines, *moved),
        moved_by=tuple(moved),
    )
