"""Take somebody onto the staff of a body, and let them leave; Governance alone, with a reason.

Nobody is deleted: what they did stays in the audit and on the cases under their name.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body, StaffMember, TeamMembership
from permissions.rules.actions import Action
from permissions.standing import in_force
from staff_workspace.actions.invite_to_staff import put_invitation
from staff_workspace.actions.team_members import end_membership
from staff_workspace.models import CaseUserGrant
from staff_workspace.policy.lifecycle import NotAllowed

TAKEN = "This account is not one that can be added here: choose another user name"


def add_to_staff(
    *,
    body: Body,
    by: AbstractBaseUser,
    account: str,
    email: str,
    name: str,
    job_title: str,
    reason: str,
    at: datetime | None = None,
) -> StaffMember:
    """Make whoever has ``account`` (a user name or an e-mail address) a member of staff.

    Where there is no such account it is made, and ``email`` gets a link to set a password. Somebody
    who left comes back. Raises NotAllowed for an account that works for a body already or is
    switched off, and for a new one without an address.
    """
    at = at or timezone.now()
    gate.require(by, Action.MANAGE_TEAMS, body)
    with transaction.atomic():
        locked = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        standing = gate.require(by, Action.MANAGE_TEAMS, locked)
        user = _found(account)
        is_new = user is None
        if user is None:
            user = _made(account, email)
        member = _member(user, locked, name=name, job_title=job_title)
        if is_new:
            put_invitation(member)
        verb = "new account" if is_new else "staff"
        detail = {"verb": verb, **_who(member, reason), "job_title": member.job_title}
        _write(locked, by, standing.under, detail, at)
    return member


def leave_staff(
    *, member: StaffMember, by: AbstractBaseUser, reason: str, at: datetime | None = None
) -> None:
    """End every time in a team and every role on a single case, now and to come.

    The account is switched off, unless it has a job on the website too. Raises NotAllowed for
    oneself, and for the last of Governance without an end.
    """
    at = at or timezone.now()
    gate.require(by, Action.MANAGE_TEAMS, member.body)
    if member.user_id == by.pk:
        raise NotAllowed("Somebody else of Governance records that you leave")
    with transaction.atomic():
        body = Body.objects.select_for_update(of=("self",)).get(pk=member.body_id)
        standing = gate.require(by, Action.MANAGE_TEAMS, body)
        rest = TeamMembership.objects.filter(in_force(at), staff_member=member)
        for membership in rest.select_related("team__body", "staff_member"):
            ends_at = max(at, membership.starts_at)
            end_membership(membership=membership, by=by, ends_at=ends_at, reason=reason, at=at)
        grants = CaseUserGrant.objects.filter(in_force(at), user=member.user_id)
        ended = sorted(grants.values_list("pk", flat=True))
        CaseUserGrant.objects.filter(pk__in=ended).update(ends_at=at)
        user = get_user_model().objects.select_for_update().get(pk=member.user_id)
        if not works_on_website(user):
            user.is_active = False
            user.save(update_fields=["is_active"])
        detail = {"verb": "leave", **_who(member, reason), "grants": ended}
        _write(body, by, standing.under, {**detail, "account_off": not user.is_active}, at)
    member.refresh_from_db()


def works_on_website(user: Any) -> bool:
    """Whether the account does something besides: whoever looks after the website decides on it."""
    has_job = user.groups.filter(candour_team=None).exists() or user.user_permissions.exists()
    return bool(user.is_staff or has_job)


def _found(account: str) -> Any:
    """The account of that name, or the only one with that address."""
    users = get_user_model().objects
    named = users.filter(username=account).first()
    if named is not None or "@" not in account:
        return named
    addressed = list(users.filter(email__iexact=account)[:2])
    return addressed[0] if len(addressed) == 1 else None


def _made(account: str, email: str) -> Any:
    address = email or (account if "@" in account else "")
    if not address:
        raise NotAllowed(
            "There is no account with this user name. Give an e-mail address: a link to set a "
            "password goes there"
        )
    model = get_user_model()
    try:
        model(username=account, email=address).full_clean(exclude=["password"])
    except ValidationError as error:
        words = "A new user name has letters, digits and @ . + - _ only"
        raise NotAllowed(words) from error
    return model.objects.create_user(username=account, email=address, password=None)


def _member(user: Any, body: Body, *, name: str, job_title: str) -> StaffMember:
    """The user as a member of staff, with that name; whoever left is let in again."""
    member = StaffMember.objects.filter(user=user).first()
    if member is None:
        if not user.is_active:
            raise NotAllowed(TAKEN)
        return StaffMember.objects.create(user=user, body=body, name=name, job_title=job_title)
    if member.body_id != body.pk:
        raise NotAllowed(TAKEN)
    if user.is_active:
        raise NotAllowed(f"{member.name} is on the staff already: put them into a team")
    user.is_active = True
    user.save(update_fields=["is_active"])
    member.name, member.job_title = name, job_title
    member.save(update_fields=["name", "job_title"])
    return member


def _who(member: StaffMember, reason: str) -> dict[str, object]:
    return {"member": member.user_id, "name": member.name, "reason": reason}


def _write(
    body: Body, by: AbstractBaseUser, under: str, detail: dict[str, object], at: datetime
) -> None:
    audit.record(user=by, action=Action.MANAGE_TEAMS, thing=body, under=under, detail=detail, at=at)
