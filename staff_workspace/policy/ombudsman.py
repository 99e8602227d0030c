"""Which ombudsman a person is pointed to, by who paid for the service."""

from __future__ import annotations

from typing import Literal

from .parameters.body import Contact
from .profile import Profile

Commissioner = Literal["nhs", "local_authority"]
_FOR: dict[str, str] = {"nhs": "phso", "local_authority": "lgsco"}

TIME_LIMIT = (
    "The ombudsman asks to be written to within a year of the day on which the person came to "
    "know of the matter, and can look at later complaints too."
)


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
