"""The two people whom regulation 4 asks for, and who may act for them."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile

OFFICES: dict[str, str] = {
    "responsible_person": "The responsible person, who sees that the regulations are kept",
    "complaints_manager": "The complaints manager, who handles complaints",
}


@dataclass(frozen=True, slots=True)
class Office:
    """One of the two offices, the title of who holds it, and whether that is confirmed."""

    key: str
    meaning: str
    title: str
    verified: bool


def offices(profile: Profile) -> tuple[Office, ...]:
    """The offices that the profile fills, the responsible person first."""
    return tuple(
        Office(role.key, meaning, role.title.in_force, role.title.verified)
        for key, meaning in OFFICES.items()
        for role in profile.roles
        if role.key == key and role.title.in_force
    )


def unfilled(profile: Profile) -> tuple[str, ...]:
    """The offices that nobody holds, in words; empty where both are filled."""
    filled = {office.key for office in offices(profile)}
    return tuple(meaning for key, meaning in OFFICES.items() if key not in filled)


def may_act(office: str, *, holds: frozenset[str], authorised_for: frozenset[str]) -> bool:
    """The holder acts, or whoever the body has authorised to act for the holder."""
    return office in holds or office in authorised_for
