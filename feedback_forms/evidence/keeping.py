"""How long what was not sent is kept, and files that nobody knows."""

from datetime import timedelta

from django.conf import settings


def drafts_kept() -> timedelta:
    """How long after the last answer (CANDOUR_DRAFTS_KEPT_DAYS); the start page says so."""
    return timedelta(days=getattr(settings, "CANDOUR_DRAFTS_KEPT_DAYS", 14))


def orphans_kept() -> timedelta:
    """How long a file without a row stays (CANDOUR_ORPHANS_KEPT_HOURS): longer than any request."""
    return timedelta(hours=getattr(settings, "CANDOUR_ORPHANS_KEPT_HOURS", 24))
