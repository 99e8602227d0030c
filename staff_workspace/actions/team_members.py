"""Put somebody into a team of their body, and end it; Governance alone, with dates and a reason."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body, StaffMember, Team, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from permissions.rules.membership import refusal_to_end, refusal_to_join
from permissions.standing import in_force
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.who_remains import would_leave_a_case_alone


def add_to_team(
    *,
    team: Team,
    by: AbstractBaseUser,
    member: StaffMember,
    starts_at: datetime,
    ends_at: datetime | None,
    reason: str,
    at: datetime | None = None,
) -> TeamMembership:
    """Put ``member`` into ``team`` from ``starts_at`` (None as the end: until it is ended).

    Raises NotAllowed for staff of another body, for somebody who is in it, and for an end before
    the beginning.
    """
    at = at or timezone.now()
    gate.require(by, Action.MANAGE_TEAMS, team.body)
    with transaction.atomic():
        body = Body.objects.select_for_update(of=("self",)).get(pk=team.body_id)
        standing = gate.require(by, Action.MANAGE_TEAMS, body)
        if member.body_id != body.pk:
            raise NotAllowed("A team takes staff of its own body only")
        if refusal := refusal_to_join(starts_at=starts_at, ends_at=ends_at):
            raise NotAllowed(refusal)
        if team.memberships.filter(in_force(starts_at), staff_member=member).exists():
            raise NotAllowed(f"{member.name} is in {team.name} already")
        membership = TeamMembership.objects.create(
            team=team, staff_member=member, starts_at=starts_at, ends_at=ends_at, reason=reason
        )
        detail = {"verb": "add", "until": str(ends_at or ""), **_who(membership, reason)}
        audit.record(
            user=by,
            action=Action.MANAGE_TEAMS,
            thing=body,
            under=standing.under,
            detail=detail,
            at=at,
        )
    return membership


def end_membership(
    *,
    membership: TeamMembership,
    by: AbstractBaseUser,
    ends_at: datetime,
    reason: str,
    at: datetime | None = None,
) -> None:
    """Let the membership end at ``ends_at``; its row stays.

    Raises NotAllowed when it has ended, for the last of Governance, and for the last who could lift
    a wall.
    """
    at = at or timezone.now()
    gate.require(by, Action.MANAGE_TEAMS, membership.team.body)
    with transaction.atomic():
        # The body's row is the lock: two people cannot each send away the other.
        body = Body.objects.select_for_update(of=("self",)).get(pk=membership.team.body_id)
        standing = gate.require(by, Action.MANAGE_TEAMS, body)
        membership.refresh_from_db()
        if membership.ends_at and membership.ends_at <= at:
            raise NotAllowed("This has ended already")
        refusal = refusal_to_end(
            Role(membership.team.role),
            ends_at=ends_at,
            starts_at=membership.starts_at,
            others=_others(membership, at),
            leaves_a_case_alone=would_leave_a_case_alone(membership, body=body, at=at),
        )
        if refusal:
            raise NotAllowed(refusal)
        membership.ends_at = ends_at
        membership.save(update_fields=["ends_at"])
        detail = {"verb": "end", "at": str(ends_at), **_who(membership, reason)}
        audit.record(
            user=by,
            action=Action.MANAGE_TEAMS,
            thing=body,
            under=standing.under,
            detail=detail,
            at=at,
        )


def _others(membership: TeamMembership, at: datetime) -> list[datetime | None]:
    """When the other active people in teams of the same role leave them."""
    team = membership.team
    others = TeamMembership.objects.filter(
        in_force(at, start="starts_at"),
        team__body=team.body_id,
        team__role=team.role,
        staff_member__user__is_active=True,
    ).exclude(staff_member=membership.staff_member_id)
    return list(others.values_list("ends_at", flat=True))


def _who(membership: TeamMembership, reason: str) -> dict[str, object]:
    return {
        "team": membership.team.key,
        "member": membership.staff_member.user_id,
        "name": membership.staff_member.name,
        "membership": membership.pk,
        "reason": reason,
    }
