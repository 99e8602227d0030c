"""The session of a member of staff: begun at signing in, seen with every page, ended in time."""

from datetime import datetime, timedelta

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone

from permissions.rules import session_terms

BEGAN, SEEN = "staff_signed_in_at", "staff_seen_at"
# Writing the session with every page would cost a write for each picture of a letter.
NOTE_EVERY = timedelta(minutes=1)


def begin(request: HttpRequest, *, now: datetime) -> None:
    """Start counting for somebody of the staff."""
    request.session.set_expiry(int(session_terms.WORKING_DAY.total_seconds()))
    request.session[BEGAN] = request.session[SEEN] = now.isoformat()


def ends_at(request: HttpRequest) -> datetime | None:
    """When the session ends if no further page is asked for; None for anybody but staff."""
    if BEGAN not in request.session:
        return None
    began, seen = (datetime.fromisoformat(request.session[key]) for key in (BEGAN, SEEN))
    return session_terms.ends_at(signed_in_at=began, seen_at=seen)


def is_older_than_their_post(request: HttpRequest) -> bool:
    """Whether somebody became staff after they had signed in.

    Such a session would last for weeks, and no hour away would end it: they sign in anew.
    """
    if SESSION_KEY not in request.session or BEGAN in request.session:
        return False
    return request.user.is_authenticated and hasattr(request.user, "staff_member")


def can_be_prolonged(request: HttpRequest) -> bool:
    """Whether staying is possible, or only signing in anew."""
    began = datetime.fromisoformat(request.session[BEGAN])
    return session_terms.can_be_prolonged(signed_in_at=began, now=timezone.now())


def see(request: HttpRequest, *, now: datetime) -> None:
    """Note that a page was asked for."""
    if now - datetime.fromisoformat(request.session[SEEN]) >= NOTE_EVERY:
        request.session[SEEN] = now.isoformat()
