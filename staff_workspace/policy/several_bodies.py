"""A complaint about several organisations: one of them leads, and nobody handles it twice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from .profile import Profile


@dataclass(frozen=True, slots=True)
class Share:
    """The part of one organisation: what it was asked, by when, and what came back."""

    organisation: str
    consent: bool
    due: date | None = None
    received: date | None = None


def may_ask(share: Share) -> tuple[bool, str]:
    """An organisation is asked only when consent covers it."""
    if share.consent:
        return True, ""
    return False, f"No consent covers sharing with {share.organisation} yet."


def may_answer(
    profile: Profile, shares: Collection[Share], *, person_wants_partial: bool
) -> tuple[bool, str]:
    """One reply when all is in; a partial one where the policy offers it and the person wants it."""
    missing = [share.organisation for share in shares if share.received is None]
    if not missing:
        return True, ""
    names = ", ".join(missing)
    if not profile.response.partial_response.in_force:
        return False, f"This policy gives one reply for all. Still to come: {names}."
    if len(missing) == len(shares):
        return False, f"Nothing has come in yet from: {names}."
    if not person_wants_partial:
        return False, f"Offer the person a partial response first. Still to come: {names}."
    return True, f"Partial; to be completed when this is in: {names}."


def one_handler(handlers: Collection[str]) -> tuple[bool, str]:
    """The same matter, sent to provider and commissioner, has one handler."""
    if len(set(handlers)) == 1:
        return True, ""
    return False, "Agree which one organisation deals with this matter."
