"""Who would gain and who would lose what, if a role of the matrix changed."""

from collections.abc import Hashable, Sequence
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
from permissions.standing import Person, in_force, person_of, remembering
from staff_workspace.models import Case, CaseTeamGrant, CaseUserGrant, CaseWall
from staff_workspace.policy.lifecycle_states import STATES
from staff_workspace.queries.queue import cases_for

MOST_PEOPLE = 50


@dataclass(frozen=True)
class Effect:
    """What one action gives one person, or takes from them: on how many cases, or once."""

    name: str
    gains: int
    loses: int


@dataclass(frozen=True)
class Effects:
    """What one action gives or takes, person by person; ``more`` are not listed."""

    people: list[Effect]
    more: int = 0

    @property
    def nothing_now(self) -> bool:
        """Whether it makes no difference to any of those listed."""
        return not any(one.gains or one.loses for one in self.people)


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


def effects_of(
    actions: Sequence[Action],
    role: Role,
    *,
    body: Body,
    viewer: Any,
    before: Matrix,
    after: Matrix,
) -> list[Effects]:
    """What changes for the holders of ``role``, by action, over the cases ``viewer`` may see.

    The closed ones count too and are many, so the database counts, over the states that change
    alone, and once for all who stand alike to every case.
    """
    found = holders(body, role)
    # Nothing is changed here: who somebody is need not be read for each count.
    with remembering():
        people = _with_their_kind(found[:MOST_PEOPLE])
        more = max(found.count() - len(people), 0)
        return [
            Effects(_told(_Question(action, role, viewer, before, after), people, body), more)
            for action in actions
        ]


@dataclass(frozen=True)
class _Question:
    """Which action of which role changes how, and who wants to know."""

    action: Action
    role: Role
    viewer: Any
    before: Matrix
    after: Matrix


def _with_their_kind(users: QuerySet) -> list[tuple[Any, Person, Hashable]]:
    """Each with their teams, and a key that is the same for all who stand alike to every case."""
    now = timezone.now()
    walls = CaseWall.objects.filter(user__in=[user.pk for user in users], lifted_at__isnull=True)
    walled = set(walls.values_list("user_id", flat=True))
    found = []
    for user in users:
        if person := person_of(user, now):
            alone = CaseUserGrant._meta.label in person.holds or person.is_guardian
            kind = user.pk if alone or user.pk in walled else frozenset(person.seats)
            found.append((user, person, kind))
    return found


def _told(asked: _Question, people: list[tuple[Any, Person, Hashable]], body: Body) -> list[Effect]:
    known: dict[Hashable, tuple[int, int]] = {}
    for user, person, kind in people:
        if kind not in known:
            on_cases = asked.action.on_cases
            known[kind] = _on_cases(asked, user, body) if on_cases else _on_body(asked, person)
    return [Effect(str(user.staff_member), *known[kind]) for user, _, kind in people]


def _on_body(asked: _Question, person: Person) -> tuple[int, int]:
    had, has = (
        any(matrix.allows(seat.role, asked.action, None) for seat in person.seats)
        for matrix in (asked.before, asked.after)
    )
    return int(has > had), int(had > has)


def _on_cases(asked: _Question, user: Any, body: Body) -> tuple[int, int]:
    action, role, before, after = asked.action, asked.role, asked.before, asked.after
    had, has = (
        {state for state in STATES if matrix.allows(role, action, state)}
        for matrix in (before, after)
    )
    cases = cases_for(asked.viewer, body).order_by()

    def only(states: set[str], now: Matrix, other: Matrix) -> int:
        """On how many cases in ``states`` they may under the one matrix and not the other."""
        if not states:
            return 0
        allowed = visible_to(user, cases.filter(state__in=states), action, under=now)
        of_body = Case.objects.filter(body=body, state__in=states)
        anyway = visible_to(user, of_body, action, under=other)
        return allowed.exclude(pk__in=anyway.values("pk")).count()

    return only(has - had, after, before), only(had - has, before, after)
