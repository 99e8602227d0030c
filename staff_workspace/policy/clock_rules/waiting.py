"""What a clock waits for while consent is out, and what ends all waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial, wraps

from ..history import History, Wait
from ..profile import Profile
from ..reasons import say
from .reading import Case, ClockReading, Name, not_applicable
from .shape import Clock, ClockRule, Reader, Shape

Ended = Callable[[History], tuple[date, str] | None]


def start_with_consent(case: Case, start: date, working: int | None) -> tuple[date | None, str]:
    """The day from which `working` days count where consent starts them, and what held them up.

    Without a request that is `start`; None while consent is out. Once consent has started them, a
    further request that is made after they ran out brings no time back.
    """
    if not case.history.consent_waits():
        return start, ""
    waits: list[Wait] = []
    begun: date | None = None
    for wait in case.history.consent_waits():
        if begun is not None and _ran_out(case, begun, working, wait.asked):
            continue
        waits.append(wait)
        begun = max(start, wait.answered) if wait.answered and wait.granted else None
    waiting = _still_open(waits)
    if waiting:
        return None, waiting
    answered = max(wait.answered for wait in waits if wait.answered is not None)
    return max(start, answered), f"The target counts from {say(answered)}, when consent came in."


def until_the_end(rule: ClockRule, ended: Ended = History.ended_early) -> ClockRule:
    """The clock of a case that `ended` without a response: what was late by then stays late.

    A clock that still had time owes nothing any more.
    """

    @wraps(rule)
    def bounded(profile: Profile, shape: Shape) -> Clock:
        read = rule(profile, shape)
        return read if isinstance(read, ClockReading) else partial(_read_to_the_end, read, ended)

    return bounded


def _read_to_the_end(read: Reader, ended: Ended, case: Case) -> ClockReading:
    end = ended(case.history)
    return read(case) if end is None else _at_the_end(read(case.as_it_ended(end[0])), *end)


def _at_the_end(reading: ClockReading, day: date, how: str) -> ClockReading:
    if reading.state == "not_applicable" or reading.left.startswith("done"):
        return reading
    because = f"The case was {how} on {say(day)}."
    if reading.state == "breached":
        return reading._replace(left=f"ended {reading.left}", why=(*reading.why, because))
    name = Name(reading.clock, reading.label, reading.rule, reading.source)
    return not_applicable(name, because)


def _ran_out(case: Case, start: date, working: int | None, day: date) -> bool:
    days = case.body_days
    if working is None or days.working_days_between(start, day) < working:
        return False
    return day > days.add_working_days(start, working)


def _still_open(waits: Sequence[Wait]) -> str:
    """Why consent is not there: it is not in yet, or was refused, until it is asked for again."""
    for wait in waits:
        if wait.answered is None:
            return f"Consent was asked for on {say(wait.asked)} and is not in yet."
        if not wait.granted and wait.asked == waits[-1].asked:
            return (
                f"Consent was refused on {say(wait.answered)}: what needs it cannot start, and what "
                "does not need it is still answered."
            )
    return ""


def over(case: Case) -> str:
    """Why nothing is waited for any more: the case ended or was answered; "" while it runs."""
    ended = case.history.ended_early() or case.history.ended_again()
    if ended is not None:
        return f"The case was {ended[1]} on {say(ended[0])}."
    sent = case.history.last("final_response_sent")
    if sent is None or case.history.after("reopened", sent) is not None:
        return ""
    return f"The response was sent on {say(sent)}."
