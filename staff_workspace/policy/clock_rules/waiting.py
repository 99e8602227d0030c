"""What a clock waits for while consent is out, and what ends all waiting."""

from __future__ import annotations

from ..reasons import say
from .reading import Case


def consent_open(case: Case) -> str:
    """Why work that needs consent cannot start: it is not in yet, or was refused; "" otherwise.

    A refusal stands until consent is asked for once more.
    """
    waits = case.history.consent_waits()
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
    ended = case.history.ended_early()
    if ended is not None:
        return f"The case was {ended[1]} on {say(ended[0])}."
    sent = case.history.last("final_response_sent")
    if sent is None or case.history.after("reopened", sent) is not None:
        return ""
    return f"The response was sent on {say(sent)}."
