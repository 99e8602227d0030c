"""A compliment: recorded, told to those it names, and counted for the board without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .profile import Profile


@dataclass(frozen=True, slots=True)
class Compliment:
    """Something good that somebody said about a service, and the staff it names."""

    received: date
    service: str
    staff: tuple[str, ...] = ()


def shared_with(profile: Profile, compliment: Compliment) -> tuple[str, ...]:
    """The members of staff who are told of it."""
    return compliment.staff if profile.records.compliments_shared_with_staff.in_force else ()


def board_figures(profile: Profile, compliments: Iterable[Compliment]) -> dict[str, int]:
    """How many compliments each service had, most first; nobody's name is part of it."""
    if not profile.records.compliments_in_board_figures.in_force:
        return {}
    return dict(Counter(compliment.service for compliment in compliments).most_common())
