"""Dates agreed with the person: which count, and which came too late to move anything."""

from __future__ import annotations

from datetime import date

from ..case_facts import Event, london_date
from ..reasons import say
from .reading import Case


def agreed_date(
    case: Case, limit: date | None, *, never_before: date = date.min
) -> tuple[date | None, tuple[str, ...]]:
    """The last date agreed with the person, each agreement made while the one before still ran.

    `limit` is the date that counts before anything is agreed; up to `never_before` an agreement is
    in time whatever was agreed earlier.
    """
    made = agreements(case)
    if not made:
        return None, ()
    agreed: date | None = None
    moved: list[str] = []
    answered = case.history.first("final_response_sent")
    for event in made:
        on, new = london_date(event.at), event.second
        if answered is not None and on > answered:
            break  # it belongs to the reopened case, which has a clock of its own
        assert new is not None  # the history has checked it
        until = max(agreed or limit or date.max, never_before)
        if on > until:
            moved.append(
                f"A date agreed only on {say(on)}, after {say(until)} had passed, moves nothing."
            )
            continue
        agreed = new
        moved.append(f"On {say(on)} it was agreed with the person that the date is {say(new)}.")
    return agreed, tuple(moved)


def was_agreed(case: Case) -> bool:
    """Whether any date was agreed with the person for the response, in time or not."""
    made, answered = agreements(case), case.history.first("final_response_sent")
    return bool(made) and (answered is None or london_date(made[0].at) <= answered)


def agreements(case: Case) -> list[Event]:
    """Every date agreed with the person, in the order in which they were agreed."""
    first, later = case.history.all("response_agreed"), case.history.all("extension_agreed")
    if not (first and later):
        return first or later
    return sorted(first + later, key=lambda item: london_date(item.at))
