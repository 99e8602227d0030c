"""What a body owes another body with which it shares a complaint (regulation 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Asked = Literal["agree_lead", "information", "meeting"]
ASKED: dict[Asked, str] = {
    "agree_lead": "to agree who leads",
    "information": "for information",
    "meeting": "to come to a meeting",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What the other body asks for.

    `relevant` says that it bears on the complaint; `reasonable` that the meeting is reasonably
    needed; `consent` that the person's consent, or another ground in law, covers the sharing.
    """

    asked: Asked
    relevant: bool = True
    reasonable: bool = True
    consent: bool = True


def owed(request: Request) -> tuple[bool, str]:
    """Whether we have to do what is asked, and what to do, or why not."""
    if request.asked == "agree_lead":
        return True, "Agree which body coordinates, and who tells the person."
    if not request.relevant:
        return False, "It does not bear on the complaint: ask what it is needed for."
    if request.asked == "meeting":
        if not request.reasonable:
            return False, "The meeting is not reasonably needed: say so, and offer another way."
        return True, "Attend the meeting, or send somebody who can answer."
    if not request.consent:
        return False, "Ask for consent first, and tell the other body that it is asked for."
    return True, "Share what is relevant to the complaint."


def lead_missing(bodies: int, *, lead: str, told_person: bool) -> tuple[str, ...]:
    """What is still to be agreed where more than one body is concerned, in words."""
    if bodies < 2:
        return ()
    left = [] if lead.strip() else ["which body leads and answers"]
    return tuple(left) if told_person else (*left, "that the person is told who leads")
