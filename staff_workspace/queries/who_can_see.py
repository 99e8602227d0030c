"""Who can see a case, and why: by team, state or grant."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from permissions.models import TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role, allows
from permissions.standing import in_force, reaches, seat_of
from staff_workspace.models import Case, CaseUserGrant


@dataclass(frozen=True)
class Principal:
    """A person with the reason; ``grant`` where the case was shared with them."""

    name: str
    job_title: str
    role: str
    why: str
    until: datetime | None
    grant: CaseUserGrant | None = None


def who_can_see(case: Case) -> list[Principal]:
    """Everyone whom the gate would let in to ``case`` now."""
    now = timezone.now()
    return [*_by_team(case, now), *_by_grant(case, now)]


def _by_team(case: Case, now: datetime) -> list[Principal]:
    members = TeamMembership.objects.filter(
        in_force(now, start="starts_at"), team__body=case.body, staff_member__user__is_active=True
    ).select_related("team__body", "staff_member")
    return [
        Principal(
            name=m.staff_member.name,
            job_title=m.staff_member.job_title,
            role=m.team.role,
            why=f"in the team {m.team.name}",
            until=m.ends_at,
        )
        for m in members.order_by("team__name", "staff_member__name")
        if reaches(seat_of(m), case) and allows(Role(m.team.role), Action.VIEW_CASE, case.state)
    ]


def _by_grant(case: Case, now: datetime) -> list[Principal]:
    grants = case.user_grants.filter(
        in_force(now), user__is_active=True, user__staff_member__body=case.body
    ).select_related("permission", "user__staff_member", "granted_by__staff_member")
    return [
        Principal(
            name=grant.user.staff_member.name,
            job_title=grant.user.staff_member.job_title,
            role=grant.permission.codename,
            why=f"shared with them: {grant.reason}",
            until=grant.ends_at,
            grant=grant,
        )
        for grant in grants
        if allows(Role(grant.permission.codename), Action.VIEW_CASE, case.state)
    ]
