"""Everybody on the staff of a body, with their teams and whether they can sign in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from permissions.models import Body, StaffMember, TeamMembership
from permissions.standing import in_force
from staff_workspace.actions.invite_to_staff import waits_for_password


@dataclass(frozen=True)
class StaffRow:
    """One member of staff."""

    member: StaffMember
    teams: tuple[str, ...]
    waits_for_password: bool

    @property
    def is_gone(self) -> bool:
        """Whether they left: the account is off."""
        return not self.member.user.is_active


def staff_list(body: Body, *, now: datetime) -> list[StaffRow]:
    """By name, those who left last; two queries."""
    current = TeamMembership.objects.filter(in_force(now, start="starts_at"))
    members = (
        StaffMember.objects.filter(body=body)
        .select_related("user")
        .prefetch_related(Prefetch("memberships", current.select_related("team"), "seats"))
    )
    rows = [
        StaffRow(
            member,
            tuple(sorted({seat.team.name for seat in member.seats})),
            waits_for_password(member.user),
        )
        for member in members.order_by("name", "pk")
    ]
    return sorted(rows, key=lambda row: row.is_gone)
