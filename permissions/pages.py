"""Pages of a guarded list by key: page 1,000 takes as long as page 1, and no row comes twice.

A page begins after, or ends before, a row that is named by its value and number; nothing is
skipped by counting. Each way in is asked for its first rows, and the first of those make the page.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from permissions import gate
from permissions.rules.actions import Action
from permissions.standing import User

MOST_COUNTED = 1000


@dataclass(frozen=True)
class Order:
    """The field that sorts, never null; rows of equal value follow by number."""

    field: str
    down: bool = False


@dataclass(frozen=True)
class Place:
    """The row that a page borders on; ``back``: the page ends there instead of beginning."""

    value: Any
    number: int
    back: bool


@dataclass(frozen=True)
class Page:
    """The rows, and the places (for the address) of the pages before and after; "": none."""

    rows: list[Any]
    before: str
    after: str


@dataclass(frozen=True)
class Count:
    """How many there are; ``more``: at least so many, further ones were not counted."""

    number: int
    more: bool


def page_of(
    user: User, queryset: QuerySet, action: Action, *, order: Order, at: str = "", size: int = 25
) -> Page:
    """The page of ``queryset``, as far as ``user`` may take ``action``, that borders on ``at``.

    A place that cannot be read means the first page.
    """
    place = _read(queryset, order, at)
    back = place is not None and place.back
    down = order.down != back
    parts = gate.visible_in_order(user, queryset, action, order.field)
    found = {row.pk: row for part in parts for row in _first(part, queryset, down, place, size + 1)}
    first = sorted(found.values(), key=lambda row: _key(row, order), reverse=down)[: size + 1]
    shown = first[:size][::-1] if back else first[:size]
    more = len(first) > size
    has_before, has_after = (more, True) if back else (place is not None, more)
    return Page(
        rows=shown,
        before=_write(_key(shown[0], order), "before") if shown and has_before else "",
        after=_write(_key(shown[-1], order), "after") if shown and has_after else "",
    )


def count_of(user: User, queryset: QuerySet, action: Action, *, most: int = MOST_COUNTED) -> Count:
    """How many rows ``user`` may take ``action`` on: exact up to ``most``, then "more than"."""
    parts = gate.visible_in_parts(user, queryset, action)
    if len(parts) == 1:
        found = parts[0].order_by()[: most + 1].count()
    else:
        found = len(
            {
                pk
                for part in parts
                for pk in part.order_by().values_list("pk", flat=True)[: most + 1]
            }
        )
    return Count(min(found, most), found > most)


def _first(
    part: gate.Part, queryset: QuerySet, down: bool, place: Place | None, size: int
) -> list[Any]:
    rows = part.rows
    if place is not None:
        rows = rows.filter(_beyond(part, place, down))
    sign = "-" if down else ""
    rows = rows.order_by(f"{sign}{part.field}", f"{sign}{part.number}")
    if not part.again:
        return list(rows[:size])
    # Numbers first: telling whole rows apart would compare every text of them.
    once = rows.values_list(part.field, part.number).distinct()[:size]
    return list(queryset.filter(pk__in=[number for _, number in once]))


def _key(row: Any, order: Order) -> tuple[Any, int]:
    return getattr(row, order.field), row.pk


def _beyond(part: gate.Part, place: Place, down: bool) -> Q:
    """The rows past ``place``; said so that an index on the field serves."""
    step = "lt" if down else "gt"
    further = Q(**{f"{part.field}__{step}": place.value})
    further |= Q(**{f"{part.number}__{step}": place.number})
    return Q(**{f"{part.field}__{step}e": place.value}) & further


def _write(key: tuple[Any, int], side: str) -> str:
    value, number = key
    return f"{side}~{number}~{getattr(value, 'isoformat', lambda: value)()}"


def _read(queryset: QuerySet, order: Order, text: str) -> Place | None:
    side, _, rest = text.partition("~")
    number, _, value = rest.partition("~")
    if side not in {"before", "after"} or not number.isdecimal() or len(number) > 18:
        return None
    field = queryset.model._meta.get_field(order.field)
    try:
        found = getattr(field, "output_field", field).to_python(value.replace("\x00", ""))
    except ValidationError:
        return None
    return None if found in (None, "") else Place(found, int(number), side == "before")
