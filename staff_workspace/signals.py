"""Signing in and out: who does it is in the audit, and a staff session ends with the day."""

from typing import Any

from django.contrib.auth import get_user_model
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
    """Whose account was tried; never what was typed for one that there is not.

    People type their password where the name belongs, and a row of the audit stays. Nor is it said
    what was asked for: a name can be typed that is the reference of a case.
    """
    account = _account_tried(credentials)
    detail = {"account": account} if account else {"no_such_account": True}
    audit.refused(user=ANYBODY, action="session.sign_in", asked_for="", detail=detail)


@receiver(user_logged_out)
def signed_out(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """By their own hand; a session that ran out is audited where it is ended."""
    if user is not None and not getattr(request, "session_ended", False):
        audit.record(user=user, action="session.sign_out")


def _account_tried(credentials: dict[str, Any]) -> str:
    users = get_user_model()
    typed = str(credentials.get("username") or "").replace("\x00", "")
    user = users._default_manager.filter(**{users.USERNAME_FIELD: typed}).first()
    return user.get_username() if user else ""
