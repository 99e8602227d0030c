"""What a rule knows of a case before it reads the history: few shapes, shared by many cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..case_facts import CaseFacts, Elected
from ..profile import Profile
from .reading import Case, ClockReading


class Shape(NamedTuple):
    """The facts by which a policy tells cases apart, as in CaseFacts."""

    kind: str
    also_kinds: tuple[str, ...]
    by_social_media: bool  # the only channel that has a clock of its own
    grade: str | None
    anonymous: bool
    elected_as: Elected

    def is_a(self, *kinds: str) -> bool:
        """True when a case of this shape is of one of these kinds, first or second."""
        return self.kind in kinds or any(kind in kinds for kind in self.also_kinds)


def shape_of(facts: CaseFacts) -> Shape:
    """The shape of one case."""
    return Shape(
        facts.kind,
        facts.also_kinds,
        facts.channel == "social_media",
        facts.grade,
        facts.anonymous,
        facts.elected_as,
    )


# How a clock is read from the history of one case.
Reader = Callable[[Case], ClockReading]

# A clock of a shape: how it is read, or at once what it shows where it runs for no such case.
Clock = ClockReading | Reader

ClockRule = Callable[[Profile, Shape], Clock]
