"""The ways in to the rows of a table, as conditions: by team, by grant, by a broken glass.

Written for large tables. Each way is a conjunction that an index can begin; what is shut out is a
NOT EXISTS on a small table; whoever is no guest and no guardian asks nothing about either.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from permissions.models import Guarded
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import ANY, REACH, Reach, Role
from permissions.rules.restricted import ALWAYS
from permissions.standing import (
    Person,
    live_grants,
    live_openings,
    role_keys,
    standing_walls,
)

# From so many grants on, going through the rows in order and looking each up among the grants is
# quicker than looking up every grant's row: measured among a million cases.
MANY = 2000


class _Rows:
    """The columns of a guarded table's root, as seen from its rows."""

    def __init__(self, person: Person, model: type[Guarded], now: datetime) -> None:
        self.person, self.now = person, now
        self.prefix = f"{model.guarded_by}__" if model.guarded_by else ""
        self.root = model.guarded_root_model()
        self.grants = live_grants(person, self.root, now)

    def where(self, field: str, value: object) -> Q:
        return Q(**{f"{self.prefix}{field}": value})

    def in_states(self, states: frozenset[str]) -> Q:
        if states == ANY or self.root.guarded_state is None:
            return Q()
        return self.where(f"{self.root.guarded_state}__in", sorted(states))

    def held(self, rows: object, **more: object) -> Exists:
        return Exists(rows.filter(content_object=OuterRef(f"{self.prefix}pk"), **more))

    def among(self, rows: QuerySet) -> Q:
        """As ``held``, for many: the second half, never true, keeps PostgreSQL from a join."""
        mine = Q(**{f"{self.prefix}pk__in": rows.values("content_object")})
        return mine | Q(**{f"{self.prefix}pk__isnull": True})

    def inside(self) -> Q:
        """Of the person's own body, and no wall in between."""
        walls = standing_walls(self.root)
        own = self.where("body", self.person.body)
        return own if walls is None else own & ~self.held(walls.filter(user_id=self.person.user))

    def unless_restricted(self) -> Q:
        """Not restricted, or the person is named."""
        if not self.root.guarded_restricted:
            return Q()
        open_to_them = self.where(self.root.guarded_restricted, False)
        for grants in self.grants:
            open_to_them |= Q(
                self.held(grants, permission_id__in=role_keys(self.root, [Role.NAMED]))
            )
        return open_to_them


def branches(
    person: Person,
    model: type[Guarded],
    action: Action,
    now: datetime,
    matrix: Matrix | None = None,
    *,
    in_order: bool = False,
) -> list[Q]:
    """One condition for each way in by which ``person`` may take ``action``; none: no rows.

    ``in_order``: the first rows in some order are wanted of each, and not a union of them.
    """
    matrix = matrix or person.matrix
    rows = _Rows(person, model, now)
    inside = rows.inside()
    return [
        inside & way
        for way in (
            *_by_team(rows, matrix, action),
            *_by_name(rows, matrix, action, in_order=in_order),
        )
    ]


def openable_branch(person: Person, model: type[Guarded], now: datetime) -> Q:
    """What a guardian may open: any row of the body without a wall in between."""
    return _Rows(person, model, now).inside()


def _by_team(rows: _Rows, matrix: Matrix, action: Action) -> Iterable[Q]:
    for seat in dict.fromkeys(rows.person.seats):
        states = matrix.states_in_which(seat.role, action)
        if not states or REACH[seat.role] is Reach.NONE:
            continue
        way = rows.in_states(states)
        if REACH[seat.role] is Reach.OWNED and rows.root.guarded_owner:
            way &= rows.where(rows.root.guarded_owner, seat.team)
        yield way if seat.role in ALWAYS else way & rows.unless_restricted()


def _by_name(rows: _Rows, matrix: Matrix, action: Action, *, in_order: bool) -> Iterable[Q]:
    for grants in rows.grants:
        many = in_order and _are_many(grants)
        for (states, always), roles in _alike(matrix, action).items():
            of_roles = grants.filter(permission_id__in=role_keys(rows.root, roles))
            held = rows.among(of_roles) if many and _are_many(of_roles) else Q(rows.held(of_roles))
            way = rows.in_states(states) & held
            yield way if always else way & rows.unless_restricted()
    openings = live_openings(rows.person, rows.root, rows.now)
    states = matrix.states_in_which(Role.GUARDIAN, action)
    if openings is not None and states:
        yield rows.in_states(states) & Q(rows.held(openings))


def _are_many(grants: QuerySet) -> bool:
    return bool(grants.order_by().values_list("pk")[MANY : MANY + 1])


def _alike(matrix: Matrix, action: Action) -> dict[tuple[frozenset[str], bool], list[str]]:
    """The roles that a grant can give, those of the same worth together: one look each."""
    found: dict[tuple[frozenset[str], bool], list[str]] = defaultdict(list)
    for role in matrix.roles_allowing(action):
        found[matrix.states_in_which(role, action), role in ALWAYS].append(role.value)
    return found
