"""Whether a representative may act: what was seen, who decided, and what a refusal needs.

SI 2009/309 reg 5(3) to (5): for a child there have to be reasonable grounds for an adult to complain,
and whoever acts for a child or without capacity acts in their best interests, or is refused in writing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .profile import Profile
from .representation import EVIDENCE, evidence_accepted

Decision = Literal["accept", "best_interests", "refuse"]


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """What was found about a representative; `evidence` holds keys of EVIDENCE.

    `fails` holds keys of TESTS that the representative does not meet.
    """

    reason: str
    evidence: tuple[str, ...] = ()
    in_best_interests: bool | None = None
    patient_age: int | None = None
    reasonable_grounds_for_child: bool = False
    child_in_care: bool = False
    fails: frozenset[str] = frozenset()
    decided_because: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The decision, what it rests on, and what has to be done with it."""

    decision: Decision
    because: str
    written_notice: bool
    decide_with: tuple[str, ...] = ()
    to_record: tuple[str, ...] = ()
    may_ask: tuple[str, ...] = ()


TESTS: dict[str, str] = {
    "sufficient_interest": "has, or had, no sufficient interest in the patient's welfare",
    "suitable": "is not a suitable person to act",
}
BEST_INTERESTS_RECORD = (
    "who decides",
    "the options looked at",
    "the decision",
    "whether the public interest asks for an investigation all the same",
    "what may be disclosed",
)
ASSURANCE = "the assurance that they act in the patient's best interests"


def judge(profile: Profile, facts: AuthorityFacts) -> Judgement:
    """The decision that the rules lead to. Evidence is looked at by a person, never a hard stop.

    Not in the patient's best interests: refused, in writing, with reasons. No evidence and no
    capacity: a best-interests decision, with the roles that the policy asks to take part.
    """
    against = _against(profile, facts)
    if against:
        return Judgement("refuse", against, True)
    kind = "child_in_care" if facts.reason == "child" and facts.child_in_care else facts.reason
    accepted = set(evidence_accepted(profile, kind))
    seen = [key for key in facts.evidence if key in accepted]
    assured = facts.reason not in _FOR_OTHERS or facts.in_best_interests is True
    to_record = () if assured else (ASSURANCE,)
    if seen:
        because = f"Seen: {'; '.join(EVIDENCE[key] for key in seen)}."
        return Judgement("accept", because, False, (), to_record, _may_ask(profile, facts))
    if facts.reason == "lacks_capacity":
        return Judgement(
            "best_interests",
            "No evidence of authority, and the patient lacks capacity.",
            False,
            ("handler", *profile.consent.best_interests_with.in_force),
            BEST_INTERESTS_RECORD,
            _may_ask(profile, facts),
        )
    if facts.decided_because.strip():
        return Judgement("accept", facts.decided_because.strip(), False, (), to_record)
    because = "No evidence that the body accepts, and no reason to act without it."
    return Judgement("refuse", because, True)


def is_child(profile: Profile, age: int) -> bool:
    """Whether the patient counts as a child: under the age in force, in years."""
    return age < profile.consent.child_under_years.in_force


_FOR_OTHERS = ("lacks_capacity", "child")


def _against(profile: Profile, facts: AuthorityFacts) -> str:
    """What rules the representative out whatever evidence there is; "" for nothing."""
    if facts.reason == "child":
        if facts.patient_age is not None and not is_child(profile, facts.patient_age):
            return "The patient is not a child and complains, or asks somebody to, themselves."
        if not facts.reasonable_grounds_for_child:
            return (
                "No reasonable grounds are recorded for an adult to complain instead of the child."
            )
    if facts.reason in _FOR_OTHERS and facts.in_best_interests is False:
        return "The representative does not act in the patient's best interests."
    asked = profile.consent.representative_tests.in_force if facts.reason != "asked" else ()
    failed = [TESTS[key] for key in asked if key in facts.fails]
    return f"The representative {' and '.join(failed)}." if failed else ""


def _may_ask(profile: Profile, facts: AuthorityFacts) -> tuple[str, ...]:
    """What the body may ask for beside the evidence, where capacity is in question."""
    if facts.reason != "lacks_capacity":
        return ()
    return tuple(
        EVIDENCE[key] for key in profile.consent.may_also_ask.in_force if key not in facts.evidence
    )
