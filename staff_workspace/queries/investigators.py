"""Whether somebody may be the investigating officer of a case, by its policy and its subjects."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils import timezone

from permissions.models import StaffMember, Team, TeamMembership
from permissions.rules.matrix import Role
from permissions.standing import in_force
from staff_workspace.models import Case
from staff_workspace.policy.grading import is_grave
from staff_workspace.policy.investigation import may_investigate
from staff_workspace.queries.who_can_see import Principal, subjects_of


def against_investigating(case: Case, holder: StaffMember | Team) -> str:
    """Why ``holder`` should not investigate, or ""; for those alone who may manage the access.

    A team is as near to a subject as the people in it.
    """
    subjects = subjects_of(case)
    near = _teams_of(subjects)
    if isinstance(holder, Team):
        return _reason(case, "", subjects, same_team=near.filter(team=holder).exists())
    colleagues = _in_a_team_of(near, {holder.user_id})
    return _reason(case, str(holder.user_id), subjects, same_team=bool(colleagues))


def doubts_about(case: Case, principals: Collection[Principal]) -> dict[int, str]:
    """By user: why one who investigates now should not; the grade can be later than the sharing."""
    people = {p.member.user_id for p in principals if p.role is Role.INVESTIGATOR}
    subjects = subjects_of(case)
    colleagues = _in_a_team_of(_teams_of(subjects), people)
    found = {
        user: _reason(case, str(user), subjects, same_team=user in colleagues) for user in people
    }
    return {user: reason for user, reason in found.items() if reason}


def _reason(case: Case, who: str, subjects: Collection[str], *, same_team: bool) -> str:
    _, reason = may_investigate(
        case.profile,
        investigator=who,
        subjects=subjects,
        same_team=same_team,
        serious=is_grave(case.profile, case.grade),
    )
    return reason


def _teams_of(subjects: Collection[str]) -> QuerySet[TeamMembership]:
    now = timezone.now()
    return TeamMembership.objects.filter(
        in_force(now, start="starts_at"), staff_member__user_id__in=subjects
    )


def _in_a_team_of(near: QuerySet[TeamMembership], users: Collection[int]) -> set[int]:
    found = TeamMembership.objects.filter(
        in_force(timezone.now(), start="starts_at"),
        staff_member__user_id__in=users,
        team__in=near.values("team"),
    )
    return set(found.values_list("staff_member__user_id", flat=True))
