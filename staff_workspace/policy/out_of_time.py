"""A late complaint: both tests of the law are recorded, and a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile

TESTS: dict[str, str] = {
    "exceptional_and_fair": "Exceptional circumstances, and a fair and effective investigation",
    "discretion": "The body's discretion, for instance where the person was too unwell or upset",
    "good_reasons": "Good reasons for the delay",
}


@dataclass(frozen=True, slots=True)
class LateDecision:
    """Whether a late complaint is taken on, and what has to be told to the person."""

    accepted: bool
    reason: str
    tell: tuple[str, ...] = ()


class DecisionIncomplete(ValueError):
    """The decision lacks something that has to be recorded."""


def may_decide(profile: Profile, roles: frozenset[str]) -> tuple[bool, str]:
    """Whether somebody in these canonical roles may decide; anybody where none is named."""
    deciders = profile.eligibility.late_deciders.in_force
    if not deciders or roles & set(deciders):
        return True, ""
    titles = " or ".join(profile.role_title(role) for role in deciders)
    return False, f"Only the {titles} can decide about a late complaint."


def decide(
    *,
    good_reasons: bool | None,
    fair_and_effective: bool | None,
    reason: str,
) -> LateDecision:
    """Both tests are answered separately; both have to be met. Raises DecisionIncomplete."""
    if good_reasons is None or fair_and_effective is None:
        raise DecisionIncomplete("Answer both questions: the reasons for the delay, and fairness.")
    if not reason.strip():
        raise DecisionIncomplete("Write down why.")
    if good_reasons and fair_and_effective:
        return LateDecision(True, reason)
    return LateDecision(
        False,
        reason,
        ("the decision and its reason, in writing", "the right to ask the ombudsman to look at it"),
    )
