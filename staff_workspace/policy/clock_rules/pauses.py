"""Pauses while consent is out, for a body whose policy halts the target meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..reasons import say
from .reading import Case, count


@dataclass(frozen=True, slots=True)
class Pauses:
    """Working days taken out by pauses that ended, and since when one is still open."""

    working_days: int = 0
    open_since: date | None = None
    sentences: tuple[str, ...] = ()


NONE = Pauses()


def pauses_of(case: Case, start: date, working: int | None) -> Pauses:
    """The pauses of a case: from after the day of asking up to and with the day of the answer.

    Only for complaints made on behalf of someone, and only where the body's policy pauses.
    Requests that overlap are counted once; one that begins when the target of `working` days
    from `start` has passed already saves nothing.
    """
    if not (case.profile.response.pause_on_consent.in_force and case.facts.on_behalf):
        return NONE
    total = 0
    sentences: list[str] = []
    counted_to = date.min
    for wait in case.history.consent_waits():
        if working is not None and wait.asked >= case.body_days.add_working_days(
            start, working + total
        ):
            continue
        if wait.answered is None:
            return Pauses(total, wait.asked, tuple(sentences))
        begin, counted_to = max(wait.asked, counted_to), max(wait.answered, counted_to)
        if begin < counted_to:
            days = case.body_days.working_days_between(begin, counted_to)
            total += days
            asked = f"consent was asked for on {say(wait.asked)} and answered on"
            sentences.append(
                f"Paused for {count(days, 'working day')}: {asked} {say(wait.answered)}."
                if begin == wait.asked
                else f"Paused for {count(days, 'working day')} more: {asked} {say(wait.answered)}, "
                f"and what lies before {say(begin + timedelta(days=1))} is counted already."
            )
    return Pauses(total, None, tuple(sentences))
