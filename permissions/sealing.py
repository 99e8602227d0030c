"""Seals the rows of the audit in batches, and copies the seals outside the database.

Row numbers are given out before rows are committed, so on PostgreSQL a row may turn up below the
last sealed number. It goes into the next seal, provided that it turns up within ``LATE``; a row that
turns up later was not written by us.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from permissions.connectors.seal_copies import SealCopy, get_seal_copies
from permissions.models import AuditEvent, AuditSeal
from permissions.rows_as_stored import stored
from permissions.rules import seals
from permissions.rules.seals import SealText

logger = logging.getLogger(__name__)
BATCH = 1000
EVERY = timedelta(minutes=1)
NOTHING = Q(pk__in=[])
TEXT = ("number", "sealed_at", "first_id", "last_id", "rows", "batch_hash", "previous_hash")


def lateness() -> timedelta:
    """How long after a seal a row may turn up below it."""
    # SQLite lets one transaction write at a time, so its numbers are committed in order.
    return timedelta(0) if connection.vendor == "sqlite" else timedelta(minutes=10)


def seal(*, now: datetime | None = None) -> int:
    """Seal what is not sealed yet and copy the seals; return how many were made.

    May raise OSError when the copies cannot be written: the seals are made all the same, and are
    copied the next time.
    """
    now = now or timezone.now()
    made = int(_seal_one_batch(now, late=open_to_late_rows(now)))
    while _seal_one_batch(now):
        made += 1
    copy_seals()
    return made


def seal_in_turn(last: datetime | None, *, now: datetime | None = None) -> datetime:
    """For the worker's loop: seal when a minute has passed since ``last``; return when it was done.

    A failure is logged and tried again with the next turn, so that the outbox goes on.
    """
    now = now or timezone.now()
    if last is not None and now - last < EVERY:
        return last
    try:
        seal(now=now)
    except Exception as error:
        logger.error("sealing the audit failed: %s", type(error).__name__)
    return now


def copy_seals() -> int:
    """Copy the seals that are not outside yet; return how many."""
    copies = get_seal_copies()
    missing = AuditSeal.objects.filter(number__gt=copies.last_number()).order_by("number")
    return copies.add(
        SealCopy(text_of(found), found.seal_hash) for found in missing.defer("members").iterator()
    )


def text_of(found: AuditSeal) -> SealText:
    """What the stored seal says, for the rule that hashes it."""
    return SealText(**{name: getattr(found, name) for name in TEXT})


def hashed(rows: QuerySet[AuditEvent]) -> Iterator[tuple[int, bytes]]:
    """The id and hash of each of ``rows``, in their order and in constant memory."""
    for values in stored(rows):
        yield values[0], seals.row_hash(values)


def _seal_one_batch(now: datetime, *, late: Q = NOTHING) -> bool:
    before = AuditSeal.objects.order_by("-number").defer("members").first()
    rows = AuditEvent.objects.filter(late | Q(pk__gt=_last_sealed_id())).order_by("pk")
    members = list(hashed(rows[:BATCH]))
    if not members:
        return False
    text, packed = seals.seal(
        before=text_of(before) if before else None, members=members, sealed_at=now
    )
    values = {name: getattr(text, name) for name in TEXT}
    try:
        with transaction.atomic():
            AuditSeal.objects.create(**values, members=packed, seal_hash=text.seal_hash)
    except IntegrityError:
        # Another worker has just made the seal of this number: these rows are its own.
        return False
    return True


def _last_sealed_id() -> int:
    found = AuditSeal.objects.order_by("-last_id").values_list("last_id", flat=True).first()
    return found or 0


def open_to_late_rows(now: datetime) -> Q:
    """The row ids below the last sealed one at which a row may still turn up."""
    recent = AuditSeal.objects.filter(sealed_at__gt=now - lateness()).order_by("number")
    first = recent.values_list("number", flat=True).first()
    if first is None or not lateness():
        return NOTHING
    earlier = AuditSeal.objects.filter(number__lt=first)
    floor = earlier.order_by("-last_id").values_list("last_id", flat=True).first() or 0
    found = NOTHING
    batches = [ids_of(seal) for seal in recent.defer("members")]
    for start, end in seals.holes(batches, above=floor, up_to=_last_sealed_id()):
        found |= Q(pk__range=(start, end))
    return found


def ids_of(found: AuditSeal) -> list[int] | range:
    """The ids of the rows in a seal, in order; its members are read only where one is left out."""
    if found.last_id - found.first_id + 1 == found.rows:
        return range(found.first_id, found.last_id + 1)
    packed = AuditSeal.objects.values_list("members", flat=True).get(pk=found.pk)
    return [number for number, _ in seals.unpack(bytes(packed))]
