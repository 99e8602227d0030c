"""Row numbers of the audit that were given out, that no row has, and that no seal knows either.

Whoever cuts off rows before they are sealed leaves such a gap, also when new rows follow. SQLite
takes the numbers of an undone transaction back, so there a gap is proof. PostgreSQL does not; but it
counts what is deleted from a table, and from this one nothing ever is.
"""

from collections.abc import Iterator

from django.db import connection
from django.db.models import F, Window
from django.db.models.functions import Lead

from permissions.models import AuditEvent, AuditSeal
from permissions.numbers_given import last_number_given, rows_counted
from permissions.rules import seals
from permissions.rules.gaps import Gap, Judged, judge
from permissions.sealing import ids_of

TABLE = AuditEvent._meta.db_table


def judged_gaps(*, rows: int) -> Judged | None:
    """What the gaps mean in an audit of so many ``rows``; None where there are none."""
    given = last_number_given(connection, TABLE)
    last = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    between = [gap for found in _between_rows() for gap in _in_no_seal(*found)]
    at_the_end = list(_in_no_seal(last + 1, given.number)) if given.number > last else []
    if not between and not at_the_end:
        return None
    return judge(
        between=between,
        at_the_end=at_the_end,
        rows=rows,
        given=given.number,
        counted=None if given.undone_with_the_transaction else rows_counted(connection, TABLE),
    )


def _between_rows() -> Iterator[Gap]:
    following = Window(Lead("pk"), order_by="pk")
    found = AuditEvent.objects.filter(pk__gt=0).annotate(following=following)
    parted = found.filter(following__gt=F("pk") + 1).order_by("pk")
    for before, after in parted.values_list("pk", "following"):
        yield before + 1, after - 1


def _in_no_seal(first: int, last: int) -> Iterator[Gap]:
    """The part of a gap that was not cut off after it was sealed: that is found row by row."""
    around = AuditSeal.objects.filter(first_id__lte=last, last_id__gte=first).defer("members")
    return seals.holes([ids_of(seal) for seal in around], above=first - 1, up_to=last)
