"""Further questions after a response: the same case again, and never a second one received."""

from __future__ import annotations

from collections.abc import Set
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
    first_triage: bool = False
    answered_by: tuple[str, ...] = ()


def may_decide(profile: Profile, roles: Set[str]) -> str:
    """Why somebody in these canonical roles cannot decide to reopen, or "" (RO-1).

    Where the policy names nobody, whoever works on the case decides.
    """
    deciders = profile.records.reopening_deciders
    if deciders.silent or roles & set(deciders.in_force):
        return ""
    titles = " or the ".join(profile.role_title(role) for role in deciders.in_force)
    return f"Only the {titles} can decide that the case is opened again."


def further_questions(
    profile: Profile, *, new_matter: bool, anything_left_to_answer: bool
) -> Reopening:
    """A new matter is a new case; open questions reopen this one, even if raised for the first
    time; otherwise local resolution is complete and the ombudsman is next.

    Some bodies look at further letters in triage first; some name who may answer them.
    """
    own = profile.records
    deciders, triage = own.reopening_deciders.in_force, own.reopening_through_triage.in_force
    if new_matter:
        why = "A different matter is a case of its own."
        return Reopening("new_case", deciders, True, why, triage)
    if anything_left_to_answer:
        why = "Questions about the same matter are open."
        answered_by = own.reopening_answered_by.in_force
        return Reopening("reopen", deciders, False, why, triage, answered_by)
    why = "Everything has been answered here."
    return Reopening("ombudsman", deciders, False, why, triage)
