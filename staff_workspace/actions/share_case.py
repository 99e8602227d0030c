"""Let one colleague or one team in to one case, and take it back."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, Permission
from django.contrib.contenttypes.models import ContentType

from permissions import gate
from permissions.models import StaffMember, Team
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseTeamGrant, CaseUserGrant
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.investigators import against_investigating

Grant = CaseUserGrant | CaseTeamGrant

# What a guest may be. The roles of the teams come with being in a team.
GUEST_ROLES = (Role.VIEWER, Role.INVESTIGATOR)


def share_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    with_member: StaffMember | Team,
    role: Role,
    reason: str,
    ends_at: datetime | None,
    at: datetime | None = None,
) -> Grant:
    """Grant ``role`` on this case until ``ends_at`` (None: until taken back).

    Sharing again on other terms takes the place of the earlier ones, which the audit keeps.

    Raises NotAllowed for a person or team of another body, for the role of a team and for an end
    that has passed; and, to those who manage access, for one who is shut out or whom it is about.
    """
    audited: dict[str, Any] = {**_holder(with_member), "with": with_member.name}
    with case_step(
        case=case, by=by, action=Action.SHARE_CASE, verb="share", at=at, audited=audited
    ) as step:
        if with_member.body_id != step.case.body_id:
            raise NotAllowed("A case can be shared with staff of its own body only")
        if role not in GUEST_ROLES:
            raise NotAllowed("A case can be shared for reading it or for working on it")
        if ends_at and ends_at <= step.at:
            raise NotAllowed("The end of the sharing must be later than now")
        _refuse_across_a_wall(step.case, by, with_member, role)
        terms = {"granted_by": by, "granted_at": step.at, "ends_at": ends_at, "reason": reason}
        model = CaseTeamGrant if isinstance(with_member, Team) else CaseUserGrant
        of_whom = {**_holder(with_member), "content_object": step.case}
        of_whom["permission"] = permission_of(role)
        earlier = model.objects.filter(**of_whom).first()
        grant, _ = model.objects.update_or_create(**of_whom, defaults=terms)
        audited |= {**terms_of(grant), "before": terms_of(earlier) if earlier else None}
        step.happened("shared", f"Shared with {with_member.name} ({role.value})", detail=reason)
    return grant


def stop_sharing(*, grant: Grant, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """End a grant now; NotAllowed when it has ended. Its row stays; its history is in the audit."""
    named = grant.permission.codename == Role.NAMED
    audited: dict[str, Any] = {"with": holder_name(grant)}
    with case_step(
        case=grant.content_object,
        by=by,
        # Who is named on a restricted case is for those who restrict it.
        action=Action.MANAGE_ACCESS if named else Action.SHARE_CASE,
        verb="stop_sharing",
        at=at,
        audited=audited,
    ) as step:
        held = type(grant).objects.select_for_update().get(pk=grant.pk)
        if held.ends_at and held.ends_at <= step.at:
            raise NotAllowed("This sharing has ended already")
        before = terms_of(held)
        grant.ends_at = step.at
        grant.save(update_fields=["ends_at"])
        audited |= {**terms_of(grant), "before": before}
        step.happened("sharing_ended", f"No longer shared with {holder_name(grant)}")


def holder_name(grant: Grant) -> str:
    """The person or the team that holds the grant."""
    if isinstance(grant, CaseTeamGrant):
        return grant.group.candour_team.name
    return grant.user.staff_member.name


def terms_of(grant: Grant) -> dict[str, Any]:
    """What the audit keeps of a grant: which, for what, why and until when."""
    return {
        "grant": grant.pk,
        "role": grant.permission.codename,
        "reason": grant.reason,
        "ends_at": grant.ends_at.isoformat() if grant.ends_at else None,
    }


def permission_of(role: Role) -> Permission:
    """Guardian's permission for ``role`` on a case."""
    content_type = ContentType.objects.get_for_model(Case)
    return Permission.objects.get(content_type=content_type, codename=role.value)


def _holder(holder: StaffMember | Team) -> dict[str, int]:
    if isinstance(holder, Team):
        return {"group_id": holder.group_id}
    return {"user_id": holder.user_id}


def _refuse_across_a_wall(
    case: Case, by: AbstractBaseUser, holder: StaffMember | Team, role: Role
) -> None:
    """Tell those who know of walls. To others the sharing looks done, and is worth nothing."""
    if not gate.may(by, Action.MANAGE_ACCESS, case):
        return
    if role is Role.INVESTIGATOR and (reason := against_investigating(case, holder)):
        raise NotAllowed(reason)
    if isinstance(holder, StaffMember) and gate.is_shut_out(holder.user, case):
        raise NotAllowed(f"{holder.name} is shut out of this case: let them in again first")
