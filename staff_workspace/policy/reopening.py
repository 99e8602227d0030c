"""Further questions after a response: the same case again, and never a second one received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .profile import Profile

Course = Literal["reopen", "new_case", "ombudsman"]


@dataclass(frozen=True, slots=True)
class Reopening:
    """What happens with further questions and who decides how the answer is given."""

    course: Course
    deciders: tuple[str, ...]
    counts_as_received: bool
    because: str


def further_questions(
    profile: Profile, *, new_matter: bool, anything_left_to_answer: bool
) -> Reopening:
    """A new matter is a new case; open questions reopen this one, even if raised for the first
    time; otherwise local resolution is complete and the ombudsman is next."""
    deciders = profile.records.reopening_deciders.in_force
    if new_matter:
        return Reopening("new_case", deciders, True, "A different matter is a case of its own.")
    if anything_left_to_answer:
        return Reopening("reopen", deciders, False, "Questions about the same matter are open.")
    return Reopening("ombudsman", deciders, False, "Everything has been answered here.")
