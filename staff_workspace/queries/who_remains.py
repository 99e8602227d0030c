"""Whether every wall could still be lifted by somebody if a person left a team."""

from datetime import datetime

from django.db.models import QuerySet

from permissions.models import Body, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from permissions.standing import in_force, matrix_in_force
from staff_workspace.models import Case, CaseWall
from staff_workspace.queries.who_can_see import lasting_managers_of, managers_of


def would_leave_a_case_alone(membership: TeamMembership, *, body: Body, at: datetime) -> bool:
    """Whether a case with a wall would have nobody left, for good, to manage its access."""
    role = Role(membership.team.role)
    if not matrix_in_force(body).states_in_which(role, Action.MANAGE_ACCESS):
        return False
    leaving = membership.staff_member.user_id
    return any(
        leaving in managers_of(case, at=at)
        and not lasting_managers_of(case, at=at, ended=membership)
        for case in _out_of_governances_reach(membership, body, at)
    )


def _out_of_governances_reach(membership: TeamMembership, body: Body, at: datetime) -> QuerySet:
    """Cases with a wall on which everybody else of Governance is shut out; for most bodies none."""
    staying = TeamMembership.objects.filter(
        in_force(at, start="starts_at"),
        ends_at__isnull=True,
        team__body=body,
        team__role=Role.GOVERNANCE,
        staff_member__body=body,
        staff_member__user__is_active=True,
    ).exclude(pk=membership.pk)
    walls = CaseWall.objects.filter(lifted_at__isnull=True, content_object__body=body)
    cases = Case.objects.filter(pk__in=walls.values("content_object"))
    for person in staying.values_list("staff_member__user_id", flat=True):
        cases = cases.filter(pk__in=walls.filter(user_id=person).values("content_object"))
    return cases
