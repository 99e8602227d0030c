"""What must follow a transaction: one table, one worker loop, retries for days, nothing lost.

``put`` is called inside the transaction that makes the work necessary. Handlers are idempotent:
after a crash the same item is handed out again.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from permissions.crash_points import reach
from permissions.models import Body, OutboxItem
from permissions.rules.back_off import needs_a_person, wait_after

logger = logging.getLogger(__name__)
Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, Handler] = {}
_for_good: set[str] = set()
LEASE = timedelta(minutes=5)
# Whatever waits longer than that waits for a worker that does not run.
PATIENCE = timedelta(minutes=15)


class NeedsAPerson(Exception):
    """Raised by a handler that would fail in the same way each time it is tried."""


def handles(topic: str, *, for_good: bool = False) -> Callable[[Handler], Handler]:
    """Register the function that carries out items of ``topic``.

    ``for_good``: tried every day even once it needs a person, for what must never be given up.
    """

    def register(handler: Handler) -> Handler:
        _handlers[topic] = handler
        if for_good:
            _for_good.add(topic)
        return handler

    return register


def put(topic: str, payload: dict[str, Any], *, body: Body | None = None) -> OutboxItem:
    """Write down work to be done after the transaction; raises KeyError for an unknown topic.

    ``body``: whose staff see it while it cannot be done; None for everybody's.
    """
    _handlers[topic]
    now = timezone.now()
    return OutboxItem.objects.create(
        topic=topic, payload=payload, body=body, created_at=now, next_try_at=now
    )


def work(*, now: datetime | None = None, limit: int = 100) -> int:
    """Try every item that is due, oldest first; return how many were done."""
    now = now or timezone.now()
    due = OutboxItem.objects.filter(done_at__isnull=True, next_try_at__lte=now)
    ids = list(due.order_by("next_try_at").values_list("pk", flat=True)[:limit])
    return sum(attempt(pk, now=now) for pk in ids)


def attempt(pk: int, *, now: datetime | None = None) -> bool:
    """Try one item now. A failure is written down with the next time to try; returns success.

    The item is claimed for a while and no transaction is held while the handler speaks with the
    outside, so that a slow mail server or case office keeps nobody else waiting.
    """
    now = now or timezone.now()
    item = _claim(pk, now)
    if item is None:
        return False
    reach("outbox.after_claim")
    try:
        _handlers[item.topic](item.payload)
        reach("outbox.before_done")
    except Exception as error:  # whatever the far side does, the item must survive it
        logger.warning("outbox %s %s failed: %s", item.topic, item.pk, type(error).__name__)
        item.last_error = type(error).__name__
        _wait_or_give_up(item, now, hopeless=isinstance(error, NeedsAPerson))
    else:
        item.done_at, item.needs_person_since, item.last_error = now, None, ""
    item.save(update_fields=["last_error", "next_try_at", "done_at", "needs_person_since"])
    reach("outbox.after_done")
    return item.done_at is not None


def try_again(item: OutboxItem, *, now: datetime) -> None:
    """Begin anew with an item that waits or was given up; call with its row locked."""
    item.attempts, item.next_try_at, item.needs_person_since = 0, now, None
    item.save(update_fields=["attempts", "next_try_at", "needs_person_since"])


def waiting(*, now: datetime | None = None) -> QuerySet[OutboxItem]:
    """What failed, was given up, or waits so long that no worker can be running; oldest first."""
    now = now or timezone.now()
    late = Q(created_at__lte=now - PATIENCE)
    failed = ~Q(last_error="") | Q(needs_person_since__isnull=False)
    return OutboxItem.objects.filter(late | failed, done_at__isnull=True).order_by("created_at")


def undelivered(*, now: datetime | None = None) -> int:
    """How many items could not be done and still wait."""
    return waiting(now=now).count()


def _wait_or_give_up(item: OutboxItem, now: datetime, *, hopeless: bool) -> None:
    item.next_try_at = now + wait_after(item.attempts)
    if not hopeless and not needs_a_person(item.attempts):
        return
    if item.needs_person_since is None:
        item.needs_person_since = now
        logger.error("outbox %s %s needs a person", item.topic, item.pk)
    if item.topic not in _for_good:
        item.next_try_at = None


def _claim(pk: int, now: datetime) -> OutboxItem | None:
    """Take the item for LEASE; None when it is done or somebody else has just taken it."""
    item = OutboxItem.objects.filter(pk=pk, done_at__isnull=True, next_try_at__lte=now).first()
    if item is None:
        return None
    mine = OutboxItem.objects.filter(
        pk=pk, done_at__isnull=True, attempts=item.attempts, next_try_at=item.next_try_at
    )
    # After a crash in the middle the lease ends and the item is handed out again.
    if not mine.update(attempts=F("attempts") + 1, next_try_at=now + LEASE):
        return None
    item.attempts += 1
    return item
