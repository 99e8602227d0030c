"""Whether the bank holidays are checked far enough ahead, so that dates can be told (T-02, T-42)."""

from __future__ import annotations

from datetime import date

from .profile import Profile


def missing_year(profile: Profile, *, today: date) -> int | None:
    """The first year up to the next one whose bank holidays nobody has checked in full; or None.

    Dates beyond the checked calendar are refused, so the alert comes a year before they are needed.
    """
    verified_to = profile.calendar.calendar_verified_to.in_force
    return next((y for y in (today.year, today.year + 1) if verified_to < date(y, 12, 31)), None)
