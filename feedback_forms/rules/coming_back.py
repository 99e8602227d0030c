"""How long answers that were not sent are kept, and what a mailed link still opens."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

# How long a page that stood open while a new version was published is answered in its own.
VERSION_OPEN = timedelta(days=14)
LINK_LASTS_DAYS = 7


class Use(StrEnum):
    """What becomes of a link that somebody follows."""

    OPENS = "opens"
    USED = "used"
    EXPIRED = "expired"
    SENT = "sent"
    GONE = "gone"
    UNKNOWN = "unknown"


def use_of_link(
    *,
    expires_at: datetime,
    used_at: datetime | None,
    draft_updated_at: datetime,
    draft_sent_at: datetime | None,
    kept: timedelta,
    now: datetime,
) -> Use:
    """Whether the link opens its answers, or why not; what helps the person most comes first.

    ``kept``: how long answers are kept after the last one, or after somebody came back to them.
    """
    if draft_sent_at is not None:
        return Use.SENT
    if now >= draft_updated_at + kept:
        return Use.GONE
    if used_at is not None:
        return Use.USED
    return Use.EXPIRED if now >= expires_at else Use.OPENS


def hash_of(secret: str) -> str:
    """What is kept of a code or token; a quick hash, since nobody guesses 75 bits and more."""
    return hashlib.sha256(b"coming back: " + secret.encode()).hexdigest()
