"""Papers that an ombudsman asks for by a day of its own."""

from __future__ import annotations

from ..case_facts import london_date
from ..profile import Profile
from ..reasons import say
from .reading import Case, ClockReading, Name, not_applicable
from .running import by_day
from .shape import Reader, Shape

NAME = Name("ombudsman_request", "Answer the ombudsman", "law and policy", "the request itself")


def ombudsman_request(profile: Profile, shape: Shape) -> Reader:
    """The oldest request that is still open, otherwise the last one."""
    return _ombudsman_request


def _ombudsman_request(case: Case) -> ClockReading:
    requests = case.history.all("ombudsman_requested")
    if not requests:
        return not_applicable(NAME, "No ombudsman has asked for anything.")
    answers = case.history.days("ombudsman_answered")
    place = min(len(answers), len(requests) - 1)
    request = requests[place]
    asked, due = london_date(request.at), request.second
    assert due is not None  # the history has checked it
    why: tuple[str, ...] = ()
    if case.explain:
        why = (f"The ombudsman asked on {say(asked)} for an answer by {say(due)}.",)
    return by_day(
        NAME,
        case,
        due=due,
        start=asked,
        done=answers[place] if place < len(answers) else None,
        days=None,
        why=why,
    )
