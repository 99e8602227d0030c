"""Shut a member of staff out of one case, and let them in again."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.models import StaffMember
from permissions.rules.walls import WallReason, refusal_to_raise
from staff_workspace.actions.access_step import access_step
from staff_workspace.models import Case, CaseWall
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.who_can_see import lasting_managers_of, managers_of


def raise_wall(
    *,
    case: Case,
    by: AbstractBaseUser,
    against: StaffMember,
    reason: WallReason,
    note: str,
    at: datetime | None = None,
) -> CaseWall:
    """Shut ``against`` out, whatever their team or a grant gives; a case they hold is taken off.

    Raises NotAllowed for staff of another body, for somebody shut out already, and where nobody
    would be left who could lift the wall.
    """
    audited = {"against": against.user_id, "reason": reason.value, "note": note}
    with access_step(
        case=case, by=by, verb="shut_out", at=at, audited=audited, staff_stay=True
    ) as step:
        if against.body_id != step.case.body_id:
            raise NotAllowed("Only staff of the case’s own body can be shut out of it")
        standing = step.case.walls.filter(lifted_at__isnull=True)
        refusal = refusal_to_raise(
            against.user_id,
            managers=managers_of(step.case, at=step.at),
            lasting=lasting_managers_of(step.case, at=step.at),
            walled=set(standing.values_list("user_id", flat=True)),
        )
        if refusal:
            raise NotAllowed(refusal)
        wall = CaseWall.objects.create(
            content_object=step.case,
            user_id=against.user_id,
            reason=reason,
            note=note,
            raised_by=by,
            raised_at=step.at,
        )
        if step.case.handler_id == against.user_id:
            # Whoever investigates a case is never its subject.
            step.case.handler = None
    return wall


def lift_wall(
    *, wall: CaseWall, by: AbstractBaseUser, because: str, at: datetime | None = None
) -> None:
    """Let them in again, as far as their team or a grant goes; NotAllowed when it is lifted."""
    case = wall.content_object
    audited = {"for": wall.user_id, "because": because}
    with access_step(case=case, by=by, verb="let_in_again", at=at, audited=audited) as step:
        locked = CaseWall.objects.select_for_update().get(pk=wall.pk)
        if locked.lifted_at:
            raise NotAllowed("They have been let in again already")
        locked.lifted_by, locked.lifted_at, locked.lifted_because = by, step.at, because
        locked.save(update_fields=["lifted_by", "lifted_at", "lifted_because"])
    wall.refresh_from_db()
