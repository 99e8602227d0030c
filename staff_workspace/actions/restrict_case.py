"""Narrow a case to Governance and named people, and widen it again."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.models import StaffMember
from permissions.rules.matrix import Role
from staff_workspace.actions.access_step import access_step
from staff_workspace.actions.share_case import permission_of
from staff_workspace.actions.step import Step
from staff_workspace.models import Case, CaseUserGrant
from staff_workspace.policy.lifecycle import NotAllowed


def restrict_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    named: Iterable[StaffMember],
    reason: str,
    at: datetime | None = None,
) -> None:
    """Leave it to Governance and to ``named``; on a restricted case, name more people.

    The named keep what they are besides (handler, signatory). Raises NotAllowed for staff of
    another body.
    """
    named = list(named)
    audited = {"named": [member.user_id for member in named], "reason": reason}
    with access_step(case=case, by=by, verb="restrict", at=at, audited=audited) as step:
        if not step.case.restricted:
            step.case.restricted = True
            step.happened("restricted", "Restricted to Governance and named people", detail=reason)
        for member in named:
            _name(step, member, reason)


def lift_restriction(
    *, case: Case, by: AbstractBaseUser, reason: str, at: datetime | None = None
) -> None:
    """Everybody whom team, state or grant let in sees it again; who was named no longer is."""
    audited = {"reason": reason}
    with access_step(case=case, by=by, verb="lift_restriction", at=at, audited=audited) as step:
        if not step.case.restricted:
            raise NotAllowed("This case is not restricted")
        step.case.restricted = False
        names = step.case.user_grants.filter(permission__codename=Role.NAMED.value)
        names.filter(ends_at__isnull=True).update(ends_at=step.at)
        step.happened("restriction_lifted", "No longer restricted", detail=reason)


def _name(step: Step, member: StaffMember, reason: str) -> None:
    if member.body_id != step.case.body_id:
        raise NotAllowed("Only staff of the case’s own body can be named")
    terms = {"granted_by": step.by, "granted_at": step.at, "ends_at": None, "reason": reason}
    CaseUserGrant.objects.update_or_create(
        user_id=member.user_id,
        content_object=step.case,
        permission=permission_of(Role.NAMED),
        defaults=terms,
    )
