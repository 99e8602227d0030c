"""Who may be told what: the scope of a consent, and what ends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Scope = Literal["investigate", "share", "reply_to_representative", "access_records"]


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """One consent: whose, given by whom and as what, for what, and what became of it."""

    subject: str
    giver: str
    capacity: str
    scopes: frozenset[Scope]
    organisations: frozenset[str] = frozenset()
    method: str = ""
    requested: date | None = None
    chased: tuple[date, ...] = ()
    received: date | None = None
    refused: date | None = None
    withdrawn: date | None = None
    evidence: str = ""

    def holds_on(self, day: date) -> bool:
        """In force on that day: received by then, neither refused nor withdrawn by then."""
        if self.received is None or self.received > day:
            return False
        return not any(end is not None and end <= day for end in (self.refused, self.withdrawn))


def record_lacks(consent: ConsentRecord) -> tuple[str, ...]:
    """What the record of a consent still lacks, in words; empty when it is complete."""
    answered = consent.received or consent.refused
    share_with_nobody = "share" in consent.scopes and not consent.organisations
    held = (
        (consent.subject.strip(), "whose consent it is"),
        (consent.giver.strip(), "who gives it"),
        (consent.capacity.strip(), "as what they give it"),
        (consent.scopes, "what it covers"),
        (not share_with_nobody, "with which organisations details are shared"),
        (consent.requested, "when it was asked for"),
        (consent.method.strip() or not answered, "how the answer came"),
        (consent.evidence.strip() or not consent.received, "the signed statement, or a note of it"),
    )
    return tuple(words for value, words in held if not value)


def may_share(
    consents: Iterable[ConsentRecord], *, organisation: str, on: date
) -> tuple[bool, str]:
    """Whether details may go to a named organisation on that day, and why not."""
    for consent in consents:
        if (
            consent.holds_on(on)
            and "share" in consent.scopes
            and organisation in consent.organisations
        ):
            return True, ""
    return False, f"No consent in force covers sharing with {organisation}."


def may(consents: Iterable[ConsentRecord], *, scope: Scope, on: date) -> tuple[bool, str]:
    """Whether a consent in force on that day covers this scope, and why not."""
    if any(consent.holds_on(on) and scope in consent.scopes for consent in consents):
        return True, ""
    return False, f"No consent in force covers this: {scope.replace('_', ' ')}."
