"""Walls: a member of staff is shut out of one case, whatever their team or a grant would give.

A wall beats every role, breaking the glass too. It is there for the subject of a complaint and for
relatives; whoever investigates a case is never its subject.
"""

from collections.abc import Collection
from enum import StrEnum


class WallReason(StrEnum):
    """Why somebody is shut out."""

    SUBJECT = "subject"
    RELATIVE = "relative"
    CONFLICT = "conflict"


REASONS: dict[WallReason, str] = {
    WallReason.SUBJECT: "The complaint is about them",
    WallReason.RELATIVE: "They are a relative or friend of somebody in it",
    WallReason.CONFLICT: "Another conflict of interest",
}


def refusal_to_raise(
    person: int,
    *,
    managers: Collection[int],
    lasting: Collection[int],
    walled: Collection[int],
) -> str:
    """Why ``person`` cannot be shut out now, or "".

    ``managers`` may manage the case's access now, ``lasting`` those of them whose time has no end;
    ``walled`` are shut out of it already. Where nobody's time is without an end, whoever manages
    access now is enough: a wall is needed at once, and their time can be made longer.
    """
    if person in walled:
        return "They are shut out of this case already"
    if not set(lasting or managers) - {person}:
        return "Nobody would be left who could let them in again"
    return ""
