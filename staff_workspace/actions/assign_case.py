"""Give a case to a handler."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions import gate
from permissions.models import StaffMember
from permissions.rules.actions import Action
from permissions.standing import in_force
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy import investigation
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.who_can_see import subjects_of

# One sentence for every reason: another one for a wall would tell of it.
NEUTRAL = "{} cannot take this case. Choose somebody else, or ask Governance"


def assign_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    to: StaffMember,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Give the case to ``to``, a member of the team that owns it.

    Raises NotAllowed for somebody outside the team, for one whom the complaint is about, and for
    one who may not see the case. Why, only those read who may manage access: it can be a wall.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.ASSIGN,
        verb="assign",
        at=at,
        audited={"to": to.user_id},
    ) as step:
        members = {member.pk for member in team_of(step.case)}
        if to.pk not in members:
            raise NotAllowed("Choose somebody from the team that the case belongs to")
        if why := _against(step.case, to):
            knows = gate.may(by, Action.MANAGE_ACCESS, step.case)
            raise NotAllowed(why if knows else NEUTRAL.format(to.name))
        if step.case.handler_id == to.user_id:
            raise NotAllowed(f"{to.name} has the case already")
        step.case.handler = to.user
        step.happened("assigned", f"Given to {to.name}", detail=note)


def _against(case: Case, to: StaffMember) -> str:
    """Why ``to`` cannot have the case, or ""; for those alone who may manage its access."""
    fit, reason = investigation.may_take_part(str(to.user_id), subjects=subjects_of(case))
    if not fit:
        return reason
    if gate.is_shut_out(to.user, case):
        return f"{to.name} is shut out of this case. Choose somebody else"
    if not gate.may(to.user, Action.VIEW_CASE, case):
        return f"{to.name} may not see this case. Choose somebody else"
    return ""


def team_of(case: Case) -> list[StaffMember]:
    """The active members of the team that owns the case, by name."""
    found = StaffMember.objects.filter(
        body=case.body,
        user__is_active=True,
        memberships__in=case.owner_team.memberships.filter(
            in_force(timezone.now(), start="starts_at")
        ),
    )
    return list(found.distinct().order_by("name"))
