"""How long a closed case is kept, and what stands in the way of destroying it."""

from __future__ import annotations

from datetime import date

from .profile import Profile
from .working_days import months_after


def kept_until(profile: Profile, *, closed: date) -> date:
    """The last day of keeping: so many years after closure (month arithmetic, no calendar)."""
    return months_after(closed, 12 * profile.records.retention_years.in_force)


def may_destroy(
    profile: Profile,
    *,
    closed: date | None,
    legal_hold: bool,
    reviewed_by: str | None,
    today: date,
) -> tuple[bool, str]:
    """Whether the records may go: time over, no legal hold, and looked at by a person."""
    if closed is None:
        return False, "The case is not closed."
    last = kept_until(profile, closed=closed)
    if today <= last:
        return False, f"The records are kept until {last.day} {last:%B %Y}."
    if legal_hold:
        return False, "A legal hold keeps the records."
    if not reviewed_by:
        return False, "Somebody has to look at the records before they are destroyed."
    return True, ""
