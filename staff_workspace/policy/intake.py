"""What a contact becomes: the person's wish for a complaint always wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["complaint", "concern", "enquiry", "compliment", "comment"]


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
