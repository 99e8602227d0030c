"""Who can see a case, and why: by team and state, by grant, by name, by a broken glass."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from permissions.models import StaffMember, TeamMembership
from permissions.roles_held import reaches
from permissions.rules.actions import Action
from permissions.rules.matrix import REACH, Reach, Role
from permissions.rules.restricted import stands
from permissions.rules.walls import WallReason
from permissions.rules.words import role_words
from permissions.standing import in_force, matrix_in_force, seat_of
from staff_workspace.models import Case, CaseTeamGrant, CaseUserGrant, CaseWall


@dataclass(frozen=True)
class Principal:
    """A person with one reason; ``grant`` where the case was shared with them or their team."""

    member: StaffMember
    role: Role
    why: str
    until: datetime | None
    grant: CaseUserGrant | CaseTeamGrant | None = None

    @property
    def name(self) -> str:
        """Whom the reason is about."""
        return self.member.name

    @property
    def job_title(self) -> str:
        """What they do."""
        return self.member.job_title

    @property
    def as_what(self) -> str:
        """The role in words."""
        return role_words(self.role)


def who_can_see(case: Case) -> list[Principal]:
    """Everyone whom the gate would let in to ``case`` now, once for each reason; six queries."""
    return _whoever_may(Action.VIEW_CASE, case, timezone.now())


def managers_of(case: Case, *, at: datetime | None = None) -> set[int]:
    """The users who may manage the access of ``case`` at that moment, or now."""
    found = _whoever_may(Action.MANAGE_ACCESS, case, at or timezone.now())
    return {principal.member.user_id for principal in found}


def lasting_managers_of(
    case: Case, *, at: datetime, ended: TeamMembership | None = None
) -> set[int]:
    """The users who manage access at that moment and without an end; as if ``ended`` were over."""
    found = _whoever_may(Action.MANAGE_ACCESS, case, at, ended)
    return {principal.member.user_id for principal in found if principal.until is None}


def shares_of(case: Case) -> list[CaseUserGrant | CaseTeamGrant]:
    """What was shared and still is, for those who may share; whether it is worth anything or not."""
    now = timezone.now()
    people = _user_grants(case, now).exclude(permission__codename=Role.NAMED.value)
    return [*people, *_team_grants(case, now)]


def standing_walls_of(case: Case) -> QuerySet[CaseWall]:
    """Who is shut out of ``case``; only for those who may lift it."""
    walls = case.walls.filter(lifted_at__isnull=True).order_by("raised_at")
    return walls.select_related("user__staff_member", "raised_by__staff_member")


def subjects_of(case: Case) -> set[str]:
    """The users whom the complaint is about, as the walls say; for rules, not for showing."""
    walls = case.walls.filter(lifted_at__isnull=True, reason=WallReason.SUBJECT)
    return {str(pk) for pk in walls.values_list("user_id", flat=True)}


def _whoever_may(
    action: Action, case: Case, now: datetime, ended: TeamMembership | None = None
) -> list[Principal]:
    """Those whom the gate lets do it; as if ``ended`` were over, where one is given."""
    matrix = matrix_in_force(case.body)
    walled = set(case.walls.filter(lifted_at__isnull=True).values_list("user_id", flat=True))
    found = [p for p in _everybody(case, now, ended) if p.member.user_id not in walled]
    named = {p.member.user_id for p in found if p.role is Role.NAMED}
    return [
        p
        for p in found
        if matrix.allows(p.role, action, case.state)
        and stands(p.role, restricted=case.restricted, named=p.member.user_id in named)
    ]


def _everybody(case: Case, now: datetime, ended: TeamMembership | None) -> Iterator[Principal]:
    """Everybody with a role towards the case, whatever it is worth in its state."""
    members = [member for member in _members(case, now) if member != ended]
    for membership in members:
        seat = seat_of(membership)
        if reaches(seat, case):
            owned = REACH[seat.role] is Reach.OWNED
            which = "which has the case, and it is" if owned else "and the case is"
            why = f"In the team {seat.name}, {which} “{case.state_label}”"
            yield Principal(membership.staff_member, seat.role, why, membership.ends_at)
    for grant in _user_grants(case, now):
        role = Role(grant.permission.codename)
        how = "Named on the restricted case" if role is Role.NAMED else "Shared with them"
        why = f"{how}: {grant.reason}"
        yield Principal(grant.user.staff_member, role, why, grant.ends_at, grant)
    for grant in _team_grants(case, now):
        for membership in members:
            if membership.team.group_id == grant.group_id:
                why = f"Shared with the team {membership.team.name}: {grant.reason}"
                role = Role(grant.permission.codename)
                yield Principal(membership.staff_member, role, why, grant.ends_at, grant)
    yield from _openings(case, now, members)


def _openings(case: Case, now: datetime, members: list[TeamMembership]) -> Iterator[Principal]:
    guardians = {m.staff_member.user_id: m for m in members if m.team.role == Role.GUARDIAN}
    for opening in case.openings.filter(opened_at__lte=now, ends_at__gt=now):
        if membership := guardians.get(opening.user_id):
            why = f"Broke the glass: {opening.reason}"
            yield Principal(membership.staff_member, Role.GUARDIAN, why, opening.ends_at)


def _members(case: Case, now: datetime) -> QuerySet[TeamMembership]:
    return (
        TeamMembership.objects.filter(
            in_force(now, start="starts_at"),
            team__body=case.body_id,
            staff_member__body=case.body_id,
            staff_member__user__is_active=True,
        )
        .select_related("team", "staff_member")
        .order_by("team__name", "staff_member__name", "pk")
    )


def _user_grants(case: Case, now: datetime) -> QuerySet[CaseUserGrant]:
    return (
        case.user_grants.filter(
            in_force(now), user__is_active=True, user__staff_member__body=case.body_id
        )
        .select_related("permission", "user__staff_member", "granted_by__staff_member")
        .order_by("user__staff_member__name", "pk")
    )


def _team_grants(case: Case, now: datetime) -> QuerySet[CaseTeamGrant]:
    return (
        case.team_grants.filter(in_force(now), group__candour_team__body=case.body_id)
        .select_related("permission", "group__candour_team", "granted_by__staff_member")
        .order_by("pk")
    )
