"""How long a member of staff stays signed in."""

from datetime import datetime, timedelta

IDLE = timedelta(hours=1)
WORKING_DAY = timedelta(hours=10)
WARNING = timedelta(minutes=10)


def ends_at(*, signed_in_at: datetime, seen_at: datetime) -> datetime:
    """When the session ends: an hour after the last page, ten hours after signing in at most."""
    return min(seen_at + IDLE, signed_in_at + WORKING_DAY)


def can_be_prolonged(*, signed_in_at: datetime, now: datetime) -> bool:
    """Whether another page still wins time; towards the end of ten hours it no longer does."""
    return now + WARNING < signed_in_at + WORKING_DAY
