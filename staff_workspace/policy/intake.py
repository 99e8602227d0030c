"""What a contact becomes: the person's wish for a complaint always wins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .parameters.timing import Kind
from .profile import Profile

KINDS: dict[Kind, str] = {
    "complaint": "Complaint",
    "concern": "Concern",
    "enquiry": "Enquiry or signposting",
    "mp_enquiry": "Enquiry by an elected person",
    "compliment": "Compliment",
    "comment": "Comment",
    "letter_of_claim": "Letter of claim",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The kind of case, and what the person is told beside it."""

    kind: Kind
    tell: tuple[str, ...] = ()


def kind_of(
    *, wished: Kind, staff_advise: Kind | None = None, answered_and_dissatisfied: bool = False
) -> Choice:
    """A wish for a complaint is followed; staff may recommend more, never less.

    Somebody who is not content with a quick answer is told of the complaints procedure and helped.
    """
    if wished == "complaint":
        return Choice("complaint")
    tell = []
    if staff_advise == "complaint":
        tell.append("We recommend that this is dealt with as a complaint. It is your choice.")
    if answered_and_dissatisfied:
        tell.append("You can take this further as a complaint, and we help you with it.")
    return Choice(wished, tuple(tell))


def called(profile: Profile, kind: Kind) -> str:
    """What the body calls this kind of case."""
    own = {"concern": profile.intake.concern_called, "mp_enquiry": profile.intake.mp_enquiry_called}
    return own[kind].in_force if kind in own else KINDS[kind]


def about_several(organisations: Collection[str]) -> bool:
    """True for a complaint about two or more organisations, which one of them coordinates."""
    return len(set(organisations)) > 1
