"""Signing in and out: who does it is in the audit, and a staff session ends with the day."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from permissions import audit, sessions

ANYBODY = AnonymousUser()


@receiver(user_logged_in)
def signed_in(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Whichever door was used: the workspace's or the editors'."""
    member = getattr(user, "staff_member", None)
    if member is not None:
        sessions.begin(request, now=timezone.now())
    audit.record(user=user, action="session.sign_in", thing=member)


@receiver(user_login_failed)
def not_signed_in(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    """The name that was tried; never the password."""
    audit.refused(user=ANYBODY, action="session.sign_in", asked_for=_tried(credentials))


@receiver(user_logged_out)
def signed_out(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """By their own hand; a session that ran out is audited where it is ended."""
    if user is not None and not getattr(request, "session_ended", False):
        audit.record(user=user, action="session.sign_out")


def _tried(credentials: dict[str, Any]) -> str:
    return str(credentials.get("username") or "").replace("\x00", "")[:60]
