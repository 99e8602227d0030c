"""Signing in: who does it is in the audit, and a staff session ends with the working day."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from permissions import audit, sessions


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
    name = str(credentials.get("username", ""))[:60]
    audit.refused(user=None, action="session.sign_in", asked_for=name)
