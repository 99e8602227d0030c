"""Who somebody is to the gate, and what could let them in: seats, grants, walls, broken glasses."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Permission
from django.db.models import Exists, FilteredRelation, Model, OuterRef, Q, QuerySet
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from permissions.models import (
    Body,
    Guarded,
    MatrixVersion,
    StaffMember,
    TeamGrant,
    TeamMembership,
    UserGrant,
)
from permissions.rules.body_matrix import DEFAULT, Matrix
from permissions.rules.matrix import Role

User = AbstractBaseUser | AnonymousUser
GrantTable = type[UserGrant] | type[TeamGrant]


@dataclass(frozen=True)
class Standing:
    """A role and the words for where it comes from ("team Nursing & Quality", "grant 12")."""

    role: Role
    under: str


@dataclass(frozen=True)
class Seat:
    """A team that somebody is in now."""

    team: int
    name: str
    role: Role
    group: int


@dataclass(frozen=True)
class Person:
    """A member of staff as the gate sees them: one body, its matrix, their teams."""

    user: int
    body: int
    matrix: Matrix
    seats: tuple[Seat, ...]
    holds: frozenset[str] = frozenset()

    @property
    def groups(self) -> list[int]:
        """The anchor groups of their teams."""
        return [seat.group for seat in self.seats]

    @property
    def is_guardian(self) -> bool:
        """Whether they may have broken the glass."""
        return any(seat.role is Role.GUARDIAN for seat in self.seats)


_SEAT = (
    "body_id",
    "body__matrix_id",
    "body__matrix__digest",
    "seat__team__body_id",
    "seat__team_id",
    "seat__team__name",
    "seat__team__role",
    "seat__team__group_id",
)


def in_force(now: datetime, *, start: str | None = None, prefix: str = "") -> Q:
    """What has begun and has not ended at ``now``, to the minute and without any job."""
    ended = Q(**{f"{prefix}ends_at__isnull": True}) | Q(**{f"{prefix}ends_at__gt": now})
    return ended & Q(**{f"{prefix}{start}__lte": now}) if start else ended


# People whom the running request has asked about already; None where nothing is remembered.
_known: ContextVar[dict[int, Person | None] | None] = ContextVar("known", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Within, who somebody is to the gate is read once; for a request that only looks.

    Whoever changes teams, grants or the matrix must not be within: the next question would get the
    old answer.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def person_of(user: User, now: datetime) -> Person | None:
    """Who ``user`` is to the gate, in one query; None for people who are not active staff."""
    if not user.is_authenticated or not user.is_active:
        return None
    known = _known.get()
    if known is None:
        return _read_person(user, now)
    if user.pk not in known:
        known[user.pk] = _read_person(user, now)
    return known[user.pk]


def _read_person(user: User, now: datetime) -> Person | None:
    tables = _holdings(now)
    rows = list(
        StaffMember.objects.filter(user=user)
        .annotate(
            seat=FilteredRelation(
                "memberships", condition=in_force(now, start="starts_at", prefix="memberships__")
            )
        )
        .values_list(*_SEAT, *tables.values())
        .order_by("seat__pk")
    )
    if not rows:
        return None
    body, version, digest = rows[0][:3]
    seats = [
        Seat(team, name, Role(role), group)
        for _, _, _, home, team, name, role, group, *_ in rows
        if home == body
    ]
    held = zip(tables, list(zip(*rows, strict=True))[len(_SEAT) :], strict=True)
    holds = frozenset(table for table, by_seat in held if any(by_seat))
    return Person(user.pk, body, matrix_of(version, digest), tuple(seats), holds)


@lru_cache(maxsize=256)
def matrix_of(version: int | None, digest: str | None) -> Matrix:
    """The matrix of a version, kept for as long as the process lives.

    Which version is in force is asked each time, with the person; what a version says never
    changes. The digest tells apart versions of the same number in different databases.
    """
    return MatrixVersion.objects.get(pk=version).matrix if version else DEFAULT


def matrix_in_force(body: Body) -> Matrix:
    """Who may do what in ``body`` now."""
    fresh = Body.objects.filter(pk=body.pk).values_list("matrix_id", "matrix__digest")
    return matrix_of(*fresh.get())


def grant_models(model: type[Guarded]) -> tuple[type[UserGrant], type[TeamGrant]] | None:
    """The two grant tables of a guarded root (for people, for teams), or None."""
    if not model.guarded_grants:
        return None
    people, teams = (apps.get_model(name) for name in model.guarded_grants)
    return people, teams


def holders(person: Person, model: type[Guarded]) -> list[tuple[GrantTable, str, list[int]]]:
    """The tables of grants on ``model`` in which ``person`` holds some, with field and keys.

    A table in which they hold nothing is left out, as it is for most: that saves a look each time.
    """
    of_people, of_teams = grant_models(model) or (None, None)
    found = [
        (of_people, "user_id", [person.user]),
        (of_teams, "group_id", list(dict.fromkeys(person.groups))),
    ]
    return [held for held in found if held[0] and held[0]._meta.label in person.holds]


def live_grants(person: Person, model: type[Guarded], now: datetime) -> list[QuerySet]:
    """Querysets of the grants on ``model`` that ``person`` holds now, themselves or by a team.

    They count within the person's own body only; whoever asks compares the object's.
    """
    return [
        table.objects.filter(in_force(now), **{f"{field}__in": keys})
        for table, field, keys in holders(person, model)
    ]


def _holdings(now: datetime) -> dict[str, Exists]:
    """For each table of grants whether somebody holds any: asked together with who they are."""
    roots = [model for model in apps.get_models() if issubclass(model, Guarded)]
    pairs = [pair for pair in map(grant_models, roots) if pair]
    found = {}
    for of_people, of_teams in pairs:
        mine = of_people.objects.filter(in_force(now), user_id=OuterRef("user_id"))
        ours = of_teams.objects.filter(in_force(now), group_id=OuterRef("seat__team__group_id"))
        found |= {of_people._meta.label: Exists(mine), of_teams._meta.label: Exists(ours)}
    return found


def role_keys(model: type[Guarded], roles: Iterable[str]) -> list[int]:
    """The keys of guardian's permissions for ``roles``.

    As numbers, since PostgreSQL guesses a join by name a hundred times too small and then reads
    every grant of a person for the first page of a list.
    """
    known = _permissions(model._meta.app_label, model._meta.model_name or "")
    return [known[role] for role in roles if role in known]


@lru_cache(maxsize=16)
def _permissions(app: str, model: str) -> dict[str, int]:
    found = Permission.objects.filter(content_type__app_label=app, content_type__model=model)
    return dict(found.values_list("codename", "pk"))


@receiver(post_migrate)
def _permissions_were_made(**kwargs: object) -> None:
    _permissions.cache_clear()


def standing_walls(model: type[Guarded]) -> QuerySet | None:
    """The walls of ``model`` that stand; None where nobody is ever shut out."""
    if not model.guarded_walls:
        return None
    return apps.get_model(model.guarded_walls).objects.filter(lifted_at__isnull=True)


def live_openings(person: Person, model: type[Guarded], now: datetime) -> QuerySet | None:
    """What ``person`` opened by breaking the glass and is still open; None for no guardian."""
    if not model.guarded_openings or not person.is_guardian:
        return None
    openings = apps.get_model(model.guarded_openings).objects
    return openings.filter(user_id=person.user, opened_at__lte=now, ends_at__gt=now)


def is_walled(person: Person, root: Model) -> bool:
    """Whether a wall stands between ``person`` and ``root``."""
    walls = standing_walls(type(root))
    return walls is not None and walls.filter(user_id=person.user, content_object=root).exists()


def seat_of(membership: TeamMembership) -> Seat:
    """The seat that a membership gives while it is in force; needs the team loaded."""
    team = membership.team
    return Seat(team.pk, team.name, Role(team.role), team.group_id)
