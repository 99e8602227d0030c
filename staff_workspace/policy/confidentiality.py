"""Breaking confidence: only for danger, serious crime or a legal duty, with advice, on record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .profile import Profile

GROUNDS: dict[str, str] = {
    "risk": "Danger to the patient or to others",
    "serious_crime": "Preventing or detecting serious crime",
    "legal_duty": "Keeping silent would break the law",
}
# Whom a policy may leave out, and everybody may ask besides.
LEGAL = "legal_adviser"
BROKEN = "confidence_broken"


@dataclass(frozen=True, slots=True)
class BreachRecord:
    """What is written down when confidence is broken; `advisers` are canonical roles asked."""

    ground: str = ""
    rationale: str = ""
    consent_attempts: str = ""
    advisers: frozenset[str] = frozenset()
    proportionality: str = ""
    shared_what: str = ""
    shared_with: str = ""


def missing(profile: Profile, record: BreachRecord) -> tuple[str, ...]:
    """What the record still lacks, in words; empty when confidence may be broken."""
    lacks = []
    if record.ground not in GROUNDS:
        lacks.append("the ground: danger, serious crime or a legal duty")
    for text, words in (
        (record.rationale, "why it is necessary"),
        (record.consent_attempts, "what was done to get consent"),
        (record.proportionality, "why no more is shared than needed"),
        (record.shared_what, "what is shared"),
        (record.shared_with, "with whom it is shared"),
    ):
        if not text.strip():
            lacks.append(words)
    advice = advice_missing(profile, record.advisers)
    return (*lacks, advice) if advice else tuple(lacks)


def advisers_to_ask(profile: Profile) -> dict[str, str]:
    """Everybody whose advice may be on record, by role; a legal adviser always among them."""
    own = profile.confidentiality
    named = dict.fromkeys((*own.nursing_advisers.in_force, *own.advisers.in_force))
    return {**{role: profile.role_title(role) for role in named}, LEGAL: "Legal adviser"}


def in_words(profile: Profile, record: BreachRecord) -> str:
    """The record as the timeline of the case keeps it, one line each."""
    asked = [title for role, title in advisers_to_ask(profile).items() if role in record.advisers]
    lines = {
        "Ground": GROUNDS[record.ground],
        "Why it is necessary": record.rationale,
        "What was done to get consent": record.consent_attempts,
        "Advice from": ", ".join(asked) or "nobody",
        "Why no more is shared than needed": record.proportionality,
        "What is shared": record.shared_what,
        "With whom": record.shared_with,
    }
    return "\n".join(f"{label}: {text}" for label, text in lines.items())


def advice_missing(profile: Profile, asked: Collection[str]) -> str:
    """Whom to ask still: one or all of the advisers, as the policy has it; "" when done.

    Those of nursing and quality stand for each other: one of them is enough.
    """
    own = profile.confidentiality
    together = [own.nursing_advisers.in_force] if own.nursing_advisers.in_force else []
    groups = together + [(role,) for role in own.advisers.in_force]
    open_ = [group for group in groups if not set(group) & set(asked)]
    need_all = own.advice_needed.in_force == "all"
    if not open_ or (not need_all and len(open_) < len(groups)):
        return ""
    named = [" or ".join(profile.role_title(role) for role in group) for group in open_]
    return f"advice from {(', and from ' if need_all else ', or from ').join(named)}"
