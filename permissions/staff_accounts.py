"""The account behind a member of staff: nobody but they change what signs them in, all is audited.

Whoever could set their password, or the address to which a new one is mailed, could sign in as them
and see what they see. So whatever screen the host has is held to it when an account is saved:
Wagtail's, Django's admin, one of its own. Only ``update()`` of a queryset tells nobody; a command
is let through, and audited like the rest.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import get_hasher, identify_hasher
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import LoginView, PasswordResetConfirmView
from django.core.exceptions import PermissionDenied
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest

from permissions import audit
from permissions.models import StaffMember
from permissions.rules.actions import Action

CHANGE = "account.change"
FLAGS = ("password", "is_active", "is_staff", "is_superuser")
# Who comes through these shows the account's own password, or a link that was mailed to it.
DOORS = (LoginView, PasswordResetConfirmView)


@dataclass
class _Asking:
    request: HttpRequest
    refused: list[tuple[StaffMember, list[str]]] = field(default_factory=list)

    @property
    def screen(self) -> str:
        """The name of the screen that was asked for."""
        match = self.request.resolver_match
        return match.view_name if match else ""


_asking: ContextVar[_Asking | None] = ContextVar("asking", default=None)


@contextmanager
def asked_by(request: HttpRequest) -> Iterator[None]:
    """Within, ``request`` is what asks for changes.

    Refusals are written down at its end: what refuses also takes back the transaction around it.
    """
    asking = _Asking(request)
    token = _asking.set(asking)
    try:
        yield
    finally:
        _asking.reset(token)
        for member, changed in asking.refused:
            audit.refused(
                user=request.user,
                action=CHANGE,
                asked_for=str(member)[:60],
                body=member.body,
                detail={"changed": changed, "screen": asking.screen},
            )


@receiver(pre_save)
def _refuse_to_others(
    instance: Any, raw: bool, using: str, update_fields: Any = None, **kwargs: Any
) -> None:
    # Not by the sender: a proxy of the host's user saves the same row.
    if raw or not isinstance(instance, get_user_model()):
        return
    was = _stored(instance, using, update_fields)
    changed = [name for name in was if getattr(instance, name) != was[name]]
    asking = _asking.get()
    if changed and asking and not _may_change(asking.request, instance, changed):
        member = StaffMember.objects.select_related("body").get(user=instance.pk)
        asking.refused.append((member, changed))
        raise PermissionDenied("The account of a member of staff is changed by nobody else")
    is_hashed_anew = update_fields and _is_hashed_anew(instance, was)
    instance.changed_account = [] if is_hashed_anew else changed


@receiver(post_save)
def _audit(instance: Any, raw: bool, **kwargs: Any) -> None:
    if raw or not isinstance(instance, get_user_model()) or not instance.changed_account:
        return
    asking = _asking.get()
    detail = {"changed": instance.changed_account}
    audit.record(
        user=asking.request.user if asking else None,
        action=CHANGE,
        thing=StaffMember.objects.get(user=instance.pk),
        detail={**detail, "screen": asking.screen} if asking else detail,
    )


def _may_change(request: HttpRequest, account: AbstractBaseUser, changed: list[str]) -> bool:
    """Whether they are themselves, prove to be by a door of theirs, or nobody is signed in yet.

    Governance lets people leave and come back in the workspace, which switches accounts, no more.
    """
    match = request.resolver_match
    view = getattr(match.func, "view_class", object) if match else object
    if not request.user.is_authenticated or issubclass(view, DOORS):
        return True
    sees_to_staff = getattr(view, "action", None) is Action.MANAGE_TEAMS
    return request.user.pk == account.pk or (sees_to_staff and changed == ["is_active"])


def _stored(account: AbstractBaseUser, using: str, update_fields: Any) -> dict[str, Any]:
    """What the row holds of the fields to be saved that sign somebody in or give powers.

    Empty for anybody but staff, and without a question where none of those fields is saved, as when
    somebody signs in.
    """
    user = get_user_model()
    watched = {user.USERNAME_FIELD, user.get_email_field_name(), *FLAGS}
    there = {f.name for f in user._meta.concrete_fields}
    names = sorted(watched & (there if update_fields is None else there & set(update_fields)))
    if account.pk is None or not names:
        return {}
    staff = user._base_manager.using(using).filter(pk=account.pk, staff_member__isnull=False)
    return staff.values(*names).first() or {}


def _is_hashed_anew(account: AbstractBaseUser, was: dict[str, Any]) -> bool:
    """Whether the same password is stored with today's hash, as Django does at signing in."""
    if list(was) != ["password"] or account._password is not None:
        return False
    try:
        then, today = identify_hasher(was["password"]), get_hasher()
    except ValueError:  # no password, or none that any hash knows
        return False
    return then.algorithm != today.algorithm or today.must_update(was["password"])
