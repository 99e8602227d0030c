"""Which ombudsman a person is pointed to, by who paid for the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .parameters.body import Contact
from .profile import Profile

Commissioner = Literal["nhs", "local_authority"]
_FOR: dict[str, str] = {"nhs": "phso", "local_authority": "lgsco"}

TIME_LIMIT = (
    "The ombudsman asks to be written to within a year of the day on which the person came to "
    "know of the matter, and can look at later complaints too."
)


@dataclass(frozen=True, slots=True)
class Referral:
    """A complaint that went to an ombudsman, and what became of it."""

    referred: date | None = None
    stage: str = ""
    decision: str = ""
    recommendations: tuple[str, ...] = ()
    complied_with: frozenset[str] = frozenset()
    learning: str = ""


class NoOmbudsman(ValueError):
    """The policy names no ombudsman for such a service."""


def ombudsman_for(profile: Profile, *, commissioner: Commissioner) -> Contact:
    """The contact of the ombudsman for a service that this kind of body paid for."""
    key = _FOR[commissioner]
    named = profile.response_letter.ombudsman.in_force
    for contact in profile.contacts_of("ombudsman"):
        if contact.key == key and key in named:
            return contact
    raise NoOmbudsman(f"{profile.body.short_name} names no ombudsman for this service")


def open_points(referral: Referral) -> tuple[str, ...]:
    """What is not on record yet, in words. After the decision: each recommendation and learning."""
    if referral.referred is None:
        return ("the day on which it was referred",)
    if not referral.decision:
        return ("the decision",) if referral.stage else ("the stage it has reached", "the decision")
    left = [
        f"to comply with: {asked}"
        for asked in referral.recommendations
        if asked not in referral.complied_with
    ]
    return (*left, "what was learned") if not referral.learning.strip() else tuple(left)


def who_is_told(profile: Profile, *, action_required: bool) -> tuple[tuple[str, ...], bool]:
    """The roles that hear of a referral, and whether the policy itself is looked at again.

    A committee hears of it where the ombudsman requires action; a commissioner hears of each one.
    """
    own = profile.routes
    told = [own.ombudsman_watched_by.in_force] if own.ombudsman_watched_by.in_force else []
    told += [
        role
        for role in own.ombudsman_reported_to.in_force
        if action_required or role == "commissioner"
    ]
    return tuple(told), action_required and own.ombudsman_reviews_policy.in_force
