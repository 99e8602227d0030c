"""The ways in to the rows of a table, as conditions: by team, by grant, by a broken glass.

Written for large tables. Each way is a conjunction that an index can begin; what is shut out is a
NOT EXISTS on a small table; whoever is no guest and no guardian asks nothing about either.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from permissions.models import Guarded
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import ANY, REACH, Reach, Role
from permissions.rules.restricted import ALWAYS
from permissions.standing import (
    Person,
    holders,
    in_force,
    live_grants,
    live_openings,
    role_keys,
    standing_walls,
)

# The name under which a walk has the grant beside each row.
GRANT = "held_grant"


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
    grants: bool = True,
) -> list[Q]:
    """One condition for each way in by which ``person`` may take ``action``; none: no rows.

    Without ``grants``, those that the walks of ``by_grant_in_order`` take are left out.
    """
    matrix = matrix or person.matrix
    rows = _Rows(person, model, now)
    inside = rows.inside()
    by_grant = _by_grant(rows, matrix, action) if grants else ()
    ways = (*_by_team(rows, matrix, action), *by_grant, *_by_opening(rows, matrix, action))
    return [inside & way for way in ways]


def by_grant_in_order(
    person: Person, queryset: QuerySet, action: Action, now: datetime
) -> list[QuerySet]:
    """What grants open of a root's ``queryset``: one walk for the person and for each team.

    Each row has its grant beside it, so that an index on the grants has them in the order of its
    copies; with several grants a row comes several times.
    """
    rows = _Rows(person, queryset.model, now)
    allowed = Q(pk__in=[])
    for (states, always), roles in _alike(person.matrix, action).items():
        way = rows.in_states(states) & Q(
            **{f"{GRANT}__permission_id__in": role_keys(rows.root, roles)}
        )
        allowed |= way if always else way & rows.unless_restricted()
    if rows.root.guarded_state:
        # It is the copy of it: by that the index knows the state that a list is narrowed to.
        allowed &= Q(**{rows.root.guarded_state: F(f"{GRANT}__{rows.root.guarded_state}")})
    return [
        queryset.alias(**{GRANT: grant}).filter(rows.inside(), allowed)
        for grant in _grants_beside(person, rows.root, now)
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


def _by_grant(rows: _Rows, matrix: Matrix, action: Action) -> Iterable[Q]:
    for grants in rows.grants:
        for (states, always), roles in _alike(matrix, action).items():
            held = rows.held(grants, permission_id__in=role_keys(rows.root, roles))
            way = rows.in_states(states) & Q(held)
            yield way if always else way & rows.unless_restricted()


def _grants_beside(
    person: Person, root: type[Guarded], now: datetime
) -> Iterable[FilteredRelation]:
    """The live grants of one holder each: of several at once no index has the order."""
    for table, field, keys in holders(person, root):
        name = table._meta.get_field("content_object").related_query_name()
        for key in keys:
            mine = Q(**{f"{name}__{field}": key}) & in_force(now, prefix=f"{name}__")
            yield FilteredRelation(name, condition=mine)


def _by_opening(rows: _Rows, matrix: Matrix, action: Action) -> Iterable[Q]:
    openings = live_openings(rows.person, rows.root, rows.now)
    states = matrix.states_in_which(Role.GUARDIAN, action)
    if openings is not None and states:
        yield rows.in_states(states) & Q(rows.held(openings))


def _alike(matrix: Matrix, action: Action) -> dict[tuple[frozenset[str], bool], list[str]]:
    """The roles that a grant can give, those of the same worth together: one look each."""
    found: dict[tuple[frozenset[str], bool], list[str]] = defaultdict(list)
    for role in matrix.roles_allowing(action):
        found[matrix.states_in_which(role, action), role in ALWAYS].append(role.value)
    return found
