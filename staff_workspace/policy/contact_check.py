"""Whether the details of a contact were checked lately enough to be trusted (PG-7, T-30)."""

from __future__ import annotations

from datetime import date

from .parameters.body import Contact
from .profile import Profile
from .working_days import months_after

# No policy names an interval: a year is our default.
STALE_AFTER_MONTHS = 12


def is_stale(contact: Contact, *, today: date) -> bool:
    """True when nobody has checked the contact, or not for a year."""
    checked = contact.last_verified
    return checked is None or months_after(checked, STALE_AFTER_MONTHS) < today


def stale_contacts(profile: Profile, *, today: date) -> tuple[Contact, ...]:
    """The contacts that somebody has to check again."""
    return tuple(contact for contact in profile.contacts if is_stale(contact, today=today))
