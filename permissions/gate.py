"""The gate: the one source of who may do what, for lists, pages, files, counts and exports.

``may`` answers for one object, ``visible_to`` narrows a queryset by the same matrix. Nobody asks
guardian's ``has_perm``, and being a superuser opens nothing here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from permissions import audit
from permissions.models import Body, Guarded
from permissions.reach import GRANT, branches, by_grant_in_order, openable_branch
from permissions.roles_held import standings, standings_on_each
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import Role
from permissions.standing import Person, Standing, User, is_walled, person_of

_GUEST = Standing(Role.VIEWER, "shared cases")


class Refused(Http404):
    """The gate said no, and the audit has it: whoever passes it on need not write it again."""


@dataclass(frozen=True)
class Part:
    """Rows by one way in, and the fields by which an index has them in order.

    ``again``: a row may come several times.
    """

    rows: QuerySet
    field: str
    number: str
    again: bool = False


def may(user: User, action: Action, thing: Guarded | Body) -> bool:
    """Whether ``user`` may take ``action`` on ``thing`` now."""
    return standing_for(user, action, thing) is not None


def standing_for(user: User, action: Action, thing: Guarded | Body) -> Standing | None:
    """The role, and where it comes from, under which ``user`` may act; None: they may not."""
    person = person_of(user, timezone.now())
    if person is None:
        return None
    allows = person.matrix.allows
    state, held = _held(person, thing)
    found = next((s for s in held if allows(s.role, action, state)), None)
    if found or action is not Action.ENTER_WORKSPACE or not isinstance(thing, Body):
        return found
    return _GUEST if is_guest_of(user, thing) else None


def under_what(user: User, action: Action, roots: Sequence[Model]) -> dict[int, str]:
    """Under what ``user`` may take ``action`` on each of ``roots`` now, by key; others are left out.

    For many at once: it takes as many queries as for one.
    """
    now = timezone.now()
    person = person_of(user, now)
    if person is None:
        return {}
    allows, held = person.matrix.allows, standings_on_each(person, roots, now)
    found = {
        root.pk: next((s for s in held[root.pk] if allows(s.role, action, _state(root))), None)
        for root in roots
    }
    return {pk: standing.under for pk, standing in found.items() if standing}


def visible_to(
    user: User, queryset: QuerySet, action: Action, *, under: Matrix | None = None
) -> QuerySet:
    """The rows of ``queryset`` on which ``user`` may take ``action`` now.

    ``under`` asks what another matrix would give them, for a preview.
    """
    allowed = Q(pk__in=[])
    for branch in _branches(user, queryset, action, under):
        allowed |= branch
    return queryset.filter(allowed)


def visible_in_parts(user: User, queryset: QuerySet, action: Action) -> list[QuerySet]:
    """What ``visible_to`` gives, one queryset for each way in; a row may be in several.

    A database finds the first rows of each part by an index, where an OR of them reads them all:
    take the first rows of each, then the first of those.
    """
    return [queryset.filter(way) for way in _branches(user, queryset, action)]


def visible_in_order(user: User, queryset: QuerySet, action: Action, field: str) -> list[Part]:
    """As ``visible_in_parts``, each part to be sorted by ``field`` as it says."""
    now = timezone.now()
    person = person_of(user, now)
    if person is None:
        return []
    walks = field in queryset.model.guarded_order
    ways = branches(person, queryset.model, action, now, grants=not walks)
    parts = [Part(queryset.filter(way), field, "pk") for way in ways]
    if walks:
        for rows in by_grant_in_order(person, queryset, action, now):
            parts.append(Part(rows, f"{GRANT}__{field}", f"{GRANT}__content_object_id", again=True))
    return parts


def openable_by(user: User, queryset: QuerySet) -> QuerySet:
    """The rows that ``user`` could open by breaking the glass: none, unless a guardian."""
    now = timezone.now()
    person = person_of(user, now)
    if person is None or not _guards(person):
        return queryset.none()
    return queryset.filter(openable_branch(person, queryset.model, now))


def require(user: User, action: Action, thing: Guarded | Body) -> Standing:
    """Return the standing under which ``user`` acts; audit the refusal and raise Refused if none."""
    standing = standing_for(user, action, thing)
    if standing is None:
        audit.refused(user=user, action=action, thing=thing)
        raise Refused
    return standing


def actions_open_to(user: User, thing: Guarded | Body) -> frozenset[Action]:
    """Every action that ``user`` may take on ``thing`` now, for drawing its screen."""
    person = person_of(user, timezone.now())
    if person is None:
        return frozenset()
    allows = person.matrix.allows
    state, held = _held(person, thing)
    found = {a for a in Action if any(allows(s.role, a, state) for s in held)}
    if isinstance(thing, Body) and not found and is_guest_of(user, thing):
        found.add(Action.ENTER_WORKSPACE)
    return frozenset(found)


def is_guest_of(user: User, body: Body) -> bool:
    """Whether somebody was let in to at least one thing of ``body`` and still is."""
    roots = [m for m in apps.get_models() if issubclass(m, Guarded) and m.guarded_grants]
    return any(
        visible_to(user, root.objects.filter(body=body), Action.VIEW_CASE).exists()
        for root in roots
    )


def is_shut_out(user: User, thing: Guarded) -> bool:
    """Whether a wall stands between ``user`` and ``thing``; ask on behalf of those who may lift it."""
    person = person_of(user, timezone.now())
    return person is not None and is_walled(person, thing.guarded_root())


def _held(person: Person, thing: Guarded | Body) -> tuple[str | None, list[Standing]]:
    """The state that counts, and the roles that ``person`` holds towards ``thing``."""
    if not isinstance(thing, Body):
        root = thing.guarded_root()
        return _state(root), standings(person, root, timezone.now())
    if thing.pk != person.body:
        return None, []
    return None, [Standing(seat.role, f"team {seat.name}") for seat in person.seats]


def _branches(
    user: User, queryset: QuerySet, action: Action, under: Matrix | None = None
) -> list[Q]:
    now = timezone.now()
    person = person_of(user, now)
    return [] if person is None else branches(person, queryset.model, action, now, under)


def _state(root: Model) -> str | None:
    return getattr(root, root.guarded_state) if root.guarded_state else None


def _guards(person: Person) -> bool:
    allows = person.matrix.allows
    return any(allows(seat.role, Action.BREAK_GLASS, None) for seat in person.seats)
