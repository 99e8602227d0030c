"""Who would gain and who would lose what, if a role of the matrix changed."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from permissions.gate import visible_to
from permissions.models import Body
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import Role
from permissions.standing import in_force
from staff_workspace.models import CaseTeamGrant, CaseUserGrant
from staff_workspace.queries.queue import cases_for

MOST_PEOPLE = 50


@dataclass(frozen=True)
class Effect:
    """What one action gives one person, or takes from them, on open cases."""

    name: str
    gains: int
    loses: int


def holders(body: Body, role: Role) -> QuerySet:
    """The users who have ``role`` now: by a team, by a grant, by a grant to their team."""
    now = timezone.now()
    seats = "staff_member__memberships__"
    seated = in_force(now, start="starts_at", prefix=seats)
    people = CaseUserGrant.objects.filter(
        in_force(now), permission__codename=role.value, content_object__body=body
    )
    teams = CaseTeamGrant.objects.filter(
        in_force(now), permission__codename=role.value, content_object__body=body
    )
    has = (
        (seated & Q(**{f"{seats}team__role": role.value}))
        | Q(pk__in=people.values("user_id"))
        | (seated & Q(**{f"{seats}team__group__in": teams.values("group_id")}))
    )
    users = get_user_model().objects.filter(has, is_active=True, staff_member__body=body)
    return users.select_related("staff_member").order_by("staff_member__name").distinct()


def effect_of(
    action: Action, role: Role, *, body: Body, viewer: Any, before: Matrix, after: Matrix
) -> list[Effect]:
    """What changes for each holder of ``role``, counted over the open cases ``viewer`` may see."""
    people = list(holders(body, role)[:MOST_PEOPLE])
    if not action.on_cases:
        had, has = (m.allows(role, action, None) for m in (before, after))
        return [Effect(str(u.staff_member), int(has > had), int(had > has)) for u in people]
    cases = cases_for(viewer, body).exclude(state="closed").order_by()
    found = []
    for user in people:
        old = visible_to(user, cases, action, under=before)
        new = visible_to(user, cases, action, under=after)
        gains = new.exclude(pk__in=old.values("pk")).count()
        loses = old.exclude(pk__in=new.values("pk")).count()
        found.append(Effect(str(user.staff_member), gains, loses))
    return found
