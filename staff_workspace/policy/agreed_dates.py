"""A date agreed with the person: what has to be recorded, and when it comes too late."""

from __future__ import annotations

from datetime import date

from .reasons import say


def against_agreeing(
    *, new: date, agreed_on: date, received: date, promised: date | None, legal_limit: date | None
) -> str:
    """Why this date cannot be agreed, or "" (CL-3; SI 2009/309 reg 14(3) and (4)).

    `promised` is the date in force before, `legal_limit` the last day of the six months or of what
    was agreed within them; None where the law sets none. The limit is moved only by an agreement
    that is made before it has passed.
    """
    if agreed_on < received:
        return "The date was agreed before the case arrived. Check the day."
    if new <= agreed_on:
        return "The new date must be after the day on which it was agreed."
    if new == promised:
        return f"{say(new)} is the date already."
    if legal_limit is not None and agreed_on > legal_limit:
        return (
            f"The legal limit ended on {say(legal_limit)}, and only an agreement made before then "
            "moves it. Write to the person and say why it is late (regulation 14)."
        )
    return ""
