"""Mail somebody new on the staff a link with which they set their password, once and for days."""

import secrets
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.rules.receipts import Means, Recipient
from permissions import audit, gate, outbox
from permissions.models import StaffMember
from permissions.rules.actions import Action
from staff_workspace.policy.lifecycle import NotAllowed


class InvitationTokens(PasswordResetTokenGenerator):
    """Tokens that open the workspace's page alone: used up by setting a password, or in time."""

    key_salt = "staff_workspace.invitation"


invitation_tokens = InvitationTokens()


def waits_for_password(user: Any) -> bool:
    """Whether the account can be used as soon as its owner has set a password."""
    return bool(user.is_active and user.email and not user.has_usable_password())


def put_invitation(member: StaffMember) -> None:
    """Have the link sent; called inside an action."""
    payload = {"member": member.pk, "key": secrets.token_hex(8)}
    outbox.put("invite_to_staff", payload, body=member.body)


def invite_again(*, member: StaffMember, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """Send a new link; NotAllowed to somebody who has a password, or whose account is off."""
    at = at or timezone.now()
    standing = gate.require(by, Action.MANAGE_TEAMS, member.body)
    if not waits_for_password(member.user):
        raise NotAllowed(f"{member.name} needs no link: they have a password, or no address")
    with transaction.atomic():
        put_invitation(member)
        audit.record(
            user=by,
            action=Action.MANAGE_TEAMS,
            thing=member.body,
            under=standing.under,
            detail={"verb": "invite", "member": member.user_id, "name": member.name},
            at=at,
        )


@outbox.handles("invite_to_staff")
def invite_to_staff(payload: dict[str, Any]) -> None:
    """Mail the link, unless they set a password or left meanwhile; raises what the notifier raises.

    The token is made here, so that none lies in the outbox.
    """
    found = StaffMember.objects.select_related("user", "body__site")
    member = found.get(pk=payload["member"])
    user = member.user
    if not waits_for_password(user):
        return
    names = [urlsafe_base64_encode(force_bytes(user.pk)), invitation_tokens.make_token(user)]
    site = member.body.site
    path = reverse("staff_workspace:set_password", args=names)
    context = {"member": member, "address": f"{site.root_url if site else ''}{path}"}
    get_notifier().send(
        Message(
            to=Recipient(Means.EMAIL, user.email),
            subject="Set a password for the complaints workspace",
            body=render_to_string("staff_workspace/mail/set_password.jinja", context).strip()
            + "\n",
            key=f"invitation {payload['key']}",
        )
    )
