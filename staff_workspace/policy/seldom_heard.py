"""Groups that seldom complain: who discusses the figures, and what the record has to say (EQ-1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .profile import Profile


def places(profile: Profile) -> dict[str, str]:
    """Who discusses them at this body: the role's key → its title."""
    return {
        role: profile.role_title(role)
        for role in profile.listening.seldom_heard_discussed_by.in_force
    }


def still_to_discuss(profile: Profile, discussed_by: Iterable[str]) -> tuple[str, ...]:
    """The titles of those that have not discussed a year's figures yet."""
    done = set(discussed_by)
    return tuple(title for role, title in places(profile).items() if role not in done)


def against_record(
    profile: Profile, *, where: str, discussed_on: date, first_day: date, today: date
) -> str:
    """Why a discussion of the figures from ``first_day`` on cannot be recorded so, or ""."""
    if where not in places(profile):
        return "The policy names others who discuss these figures"
    if discussed_on > today:
        return "The discussion must be today or in the past"
    if discussed_on < first_day:
        return "The discussion must be after the first day of the year it is about"
    return ""
