"""Every role that somebody holds towards what is guarded: by team, grant and broken glass."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Model

from permissions.rules.matrix import REACH, Reach, Role
from permissions.rules.restricted import stands
from permissions.standing import (
    Person,
    Seat,
    Standing,
    live_grants,
    live_openings,
    standing_walls,
)


def standings(person: Person, root: Model, now: datetime) -> list[Standing]:
    """Every role that ``person`` has towards the guarded ``root`` now."""
    return standings_on_each(person, [root], now)[root.pk]


def standings_on_each(
    person: Person, roots: Sequence[Model], now: datetime
) -> dict[int, list[Standing]]:
    """Every role that ``person`` has towards each of ``roots``, which are of one model, by key.

    It takes as many queries for many as for one.
    """
    own = [root for root in roots if root.body_id == person.body]
    shut = _walled_of(person, own)
    free = {root.pk: root for root in own if root.pk not in shut}
    found: dict[int, list[Standing]] = {root.pk: [] for root in roots}
    for pk, root in free.items():
        seats = [seat for seat in person.seats if reaches(seat, root)]
        found[pk] += [Standing(seat.role, f"team {seat.name}") for seat in seats]
    for pk, standing in _let_in(person, free, now):
        found[pk].append(standing)
    return found | {pk: _that_stand(found[pk], root) for pk, root in free.items()}


def _walled_of(person: Person, roots: Sequence[Model]) -> set[int]:
    walls = standing_walls(type(roots[0])) if roots else None
    if walls is None:
        return set()
    keys = [root.pk for root in roots]
    mine = walls.filter(user_id=person.user, content_object__in=keys)
    return set(mine.values_list("content_object_id", flat=True))


def _let_in(
    person: Person, roots: dict[int, Model], now: datetime
) -> Iterator[tuple[int, Standing]]:
    """By grants and broken glasses."""
    if not roots:
        return
    model = type(next(iter(roots.values())))
    for grants in live_grants(person, model, now):
        held = grants.filter(content_object__in=list(roots))
        for pk, key, role in held.values_list("pk", "content_object_id", "permission__codename"):
            yield key, Standing(Role(role), f"grant {pk}")
    openings = live_openings(person, model, now)
    if openings is not None:
        for pk, key in openings.filter(content_object__in=list(roots)).values_list(
            "pk", "content_object_id"
        ):
            yield key, Standing(Role.GUARDIAN, f"broken glass {pk}")


def _that_stand(found: list[Standing], root: Model) -> list[Standing]:
    model = type(root)
    is_restricted = bool(model.guarded_restricted and getattr(root, model.guarded_restricted))
    is_named = any(standing.role is Role.NAMED for standing in found)
    return [s for s in found if stands(s.role, restricted=is_restricted, named=is_named)]


def reaches(seat: Seat, root: Model) -> bool:
    """Whether the role of a team of the root's own body speaks for ``root`` without a grant."""
    owner = type(root).guarded_owner
    if REACH[seat.role] is Reach.OWNED and owner:
        return getattr(root, f"{owner}_id") == seat.team
    return REACH[seat.role] is not Reach.NONE
