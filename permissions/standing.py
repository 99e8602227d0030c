"""In which roles somebody stands towards an object, and where each role comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, Q

from permissions.models import Guarded, TeamGrant, TeamMembership, UserGrant
from permissions.rules.matrix import REACH, Reach, Role

User = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True)
class Standing:
    """A role and the words for where it comes from ("team Nursing & Quality", "grant 12")."""

    role: Role
    under: str


def in_force(now: datetime, *, start: str | None = None) -> Q:
    """What has begun and has not ended at ``now``, to the minute and without any job."""
    ended = Q(ends_at__isnull=True) | Q(ends_at__gt=now)
    return ended & Q(**{f"{start}__lte": now}) if start else ended


def memberships(user: User, now: datetime) -> list[TeamMembership]:
    """The teams that ``user`` is in now, with team; nobody's for people who are not staff."""
    if not user.is_authenticated or not user.is_active:
        return []
    found = TeamMembership.objects.filter(
        in_force(now, start="starts_at"), staff_member__user=user
    ).select_related("team", "staff_member")
    return [m for m in found if m.team.body_id == m.staff_member.body_id]


def grant_models(model: type[Guarded]) -> tuple[type[UserGrant], type[TeamGrant]] | None:
    """The two grant tables of a guarded root (for people, for teams), or None."""
    from django.apps import apps

    if not model.guarded_grants:
        return None
    people, teams = (apps.get_model(name) for name in model.guarded_grants)
    return people, teams


def live_grants(
    user: User, teams: Iterable[TeamMembership], model: type[Guarded], now: datetime
) -> list:
    """Querysets of the grants on ``model`` that ``user`` holds now, themselves or by a team."""
    tables = grant_models(model)
    if tables is None or not user.is_authenticated or not user.is_active:
        return []
    groups = [m.team.group_id for m in teams]
    body = {"content_object__body__staff__user": user}
    return [
        tables[0].objects.filter(in_force(now), user=user, **body),
        tables[1].objects.filter(in_force(now), group_id__in=groups, **body),
    ]


def standings(user: User, root: Model, now: datetime) -> list[Standing]:
    """Every role that ``user`` has towards the guarded ``root`` now."""
    teams = memberships(user, now)
    found = [Standing(Role(m.team.role), f"team {m.team.name}") for m in teams if reaches(m, root)]
    for grants in live_grants(user, teams, type(root), now):
        for grant in grants.filter(content_object=root).select_related("permission"):
            found.append(Standing(Role(grant.permission.codename), f"grant {grant.pk}"))
    return found


def reaches(membership: TeamMembership, root: Model) -> bool:
    """Whether the team's role speaks for ``root`` without a grant."""
    team = membership.team
    if team.body_id != root.body_id:
        return False
    owner = type(root).guarded_owner
    reach = REACH[Role(team.role)]
    if reach is Reach.OWNED and owner:
        return getattr(root, f"{owner}_id") == team.pk
    return reach is not Reach.NONE
