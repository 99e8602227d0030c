"""Whether a representative may act: what was seen, who decided, and what a refusal needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .profile import Profile
from .representation import EVIDENCE, evidence_accepted

Decision = Literal["accept", "best_interests", "refuse"]


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """What was found about a representative; `evidence` holds keys of EVIDENCE."""

    reason: str
    evidence: tuple[str, ...] = ()
    in_best_interests: bool | None = None
    patient_age: int | None = None
    reasonable_grounds_for_child: bool = False
    decided_because: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The decision, what it rests on, and what has to be done with it."""

    decision: Decision
    because: str
    written_notice: bool
    decide_with: tuple[str, ...] = ()
    to_record: tuple[str, ...] = ()


BEST_INTERESTS_RECORD = (
    "who decides",
    "the options looked at",
    "the decision",
    "what may be disclosed",
)


def judge(profile: Profile, facts: AuthorityFacts) -> Judgement:
    """The decision that the rules lead to. Evidence is looked at by a person, never a hard stop.

    Not in the patient's best interests: refused, in writing, with reasons. No evidence and no
    capacity: a best-interests decision, with the roles that the policy asks to take part.
    """
    if facts.reason == "child" and not facts.reasonable_grounds_for_child:
        return Judgement("refuse", _child_reason(profile, facts), True)
    if facts.reason in ("lacks_capacity", "child") and facts.in_best_interests is False:
        because = "The representative does not act in the patient's best interests."
        return Judgement("refuse", because, True)
    accepted = set(evidence_accepted(profile, facts.reason))
    seen = [key for key in facts.evidence if key in accepted]
    if seen:
        return Judgement("accept", f"Seen: {'; '.join(EVIDENCE[key] for key in seen)}.", False)
    if facts.reason == "lacks_capacity":
        return Judgement(
            "best_interests",
            "No evidence of authority, and the patient lacks capacity.",
            False,
            ("handler", *profile.consent.best_interests_with.in_force),
            BEST_INTERESTS_RECORD,
        )
    if facts.decided_because.strip():
        return Judgement("accept", facts.decided_because.strip(), False)
    because = "No evidence that the body accepts, and no reason to act without it."
    return Judgement("refuse", because, True)


def is_child(profile: Profile, age: int) -> bool:
    """Whether the patient counts as a child: under the age in force, in years."""
    return age < profile.consent.child_under_years.in_force


def _child_reason(profile: Profile, facts: AuthorityFacts) -> str:
    if facts.patient_age is not None and not is_child(profile, facts.patient_age):
        return "The patient is not a child and complains, or asks somebody to, themselves."
    return "No reasonable grounds are recorded for an adult to complain instead of the child."
