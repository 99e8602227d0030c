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
    contact: str = ""
    requested: date | None = None
    due: date | None = None
    chased: tuple[date, ...] = ()
    received: date | None = None
    issues: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()


def may_ask(share: Share) -> tuple[bool, str]:
    """An organisation is asked only when consent covers it."""
    if share.consent:
        return True, ""
    return False, f"No consent covers sharing with {share.organisation} yet."


def against_step(share: Share, done: str, *, on: date, due: date | None) -> str:
    """What speaks against recording that it was asked, reminded or answered on a day, or ""."""
    if due is not None and due <= on:
        return "The answer is due after the day on which it was asked for"
    if done == "asked":
        return "" if share.contact else "Find out first whom to ask there"
    if share.requested is None:
        return "Record first that it was asked"
    if on < share.requested:
        return "That lies before the day on which it was asked"
    if done == "reminded" and share.received is not None:
        return "It has answered"
    return ""


def still_open(share: Share, *, today: date) -> tuple[str, ...]:
    """What is still to be done with one organisation, in words; empty when it answered all."""
    if not share.consent:
        return ("ask the person for consent",)
    if share.requested is None:
        return ("ask the organisation",) if share.contact else ("find out whom to ask",)
    if share.received is None:
        late = share.due is not None and today > max((share.due, *share.chased))
        return ("remind it: the answer is overdue",) if late else ("wait for its answer",)
    return tuple(f"ask again about: {issue}" for issue in sorted(share.issues - share.answered))


def may_answer(
    profile: Profile, shares: Collection[Share], *, person_wants_partial: bool
) -> tuple[bool, str]:
    """One reply when all is in; a partial one where the policy offers it and the person wants it."""
    missing = [share.organisation for share in shares if share.received is None]
    if not missing:
        return True, ""
    names = ", ".join(missing)
    partial = profile.response.partial_response.in_force
    if partial is False:
        return False, f"This policy gives one reply for all. Still to come: {names}."
    if partial is None:
        return False, f"The law asks for one coordinated reply. Still to come: {names}."
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


def go_along(profile: Profile, *, provider_offers_meeting: bool) -> str:
    """What the person is told when a provider offers them a meeting, or "" (MO-3)."""
    asked = "go_along_to_provider" in profile.meetings.lrm_tasks["team"].in_force
    if not (provider_offers_meeting and asked):
        return ""
    return f"The {profile.role_title('handler')} can come with you to this meeting, if you wish."
