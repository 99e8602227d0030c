"""Let one colleague in to one case, and take it back."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser, Permission
from django.contrib.contenttypes.models import ContentType

from permissions.models import StaffMember
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseUserGrant
from staff_workspace.policy.lifecycle import NotAllowed

# What a guest may be. The roles of the teams come with being in a team.
GUEST_ROLES = (Role.VIEWER, Role.INVESTIGATOR)


def share_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    with_member: StaffMember,
    role: Role,
    reason: str,
    ends_at: datetime | None,
    at: datetime | None = None,
) -> CaseUserGrant:
    """Grant ``role`` on this case until ``ends_at`` (None: until taken back).

    Raises NotAllowed for somebody of another body, for the role of a team and for an end that has
    passed.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.SHARE_CASE,
        verb="share",
        at=at,
        audited={"with": with_member.user_id, "role": role.value},
    ) as step:
        if with_member.body_id != step.case.body_id:
            raise NotAllowed("A case can be shared with staff of its own body only")
        if role not in GUEST_ROLES:
            raise NotAllowed("A case can be shared for reading it or for working on it")
        if ends_at and ends_at <= step.at:
            raise NotAllowed("The end of the sharing must be later than now")
        terms = {"granted_by": by, "granted_at": step.at, "ends_at": ends_at, "reason": reason}
        grant, _ = CaseUserGrant.objects.update_or_create(
            user=with_member.user,
            content_object=step.case,
            permission=_permission(role),
            defaults=terms,
        )
        step.happened("shared", f"Shared with {with_member.name} ({role.value})", detail=reason)
    return grant


def stop_sharing(*, grant: CaseUserGrant, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """End a grant now. Its row stays; its history is in the audit."""
    with case_step(
        case=grant.content_object,
        by=by,
        action=Action.SHARE_CASE,
        verb="stop_sharing",
        at=at,
        audited={"ended_for": grant.user_id},
    ) as step:
        grant.ends_at = step.at
        grant.save(update_fields=["ends_at"])
        step.happened("sharing_ended", f"No longer shared with {grant.user.staff_member.name}")


def _permission(role: Role) -> Permission:
    content_type = ContentType.objects.get_for_model(Case)
    return Permission.objects.get(content_type=content_type, codename=role.value)
