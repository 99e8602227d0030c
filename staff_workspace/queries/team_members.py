"""Who is, will be and was in the teams of a body."""

from dataclasses import dataclass, field
from datetime import datetime

from permissions.models import Body, Team, TeamMembership


@dataclass
class TeamPage:
    """One team with its memberships: in force or to come, and over."""

    team: Team
    current: list[TeamMembership] = field(default_factory=list)
    past: list[TeamMembership] = field(default_factory=list)


def teams_with_members(body: Body, *, now: datetime) -> list[TeamPage]:
    """The teams of ``body`` by name; two queries."""
    pages = {team.pk: TeamPage(team) for team in body.teams.order_by("name")}
    members = TeamMembership.objects.filter(team__body=body).select_related("staff_member__user")
    for membership in members.order_by("staff_member__name", "starts_at"):
        page = pages[membership.team_id]
        over = membership.ends_at and membership.ends_at <= now
        (page.past if over else page.current).append(membership)
    return list(pages.values())
