"""What must follow a transaction: one table, one worker loop, retries for days, nothing lost.

``put`` is called inside the transaction that makes the work necessary. Handlers are idempotent:
after a crash the same item is handed out again.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from permissions.crash_points import reach
from permissions.models import OutboxItem

logger = logging.getLogger(__name__)
Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, Handler] = {}
LEASE = timedelta(minutes=5)
BACK_OFF_MINUTES = (1, 5, 15, 60, 240, 720, 1440)


class NeedsAPerson(Exception):
    """Raised by a handler that would fail in the same way each time it is tried."""


def handles(topic: str) -> Callable[[Handler], Handler]:
    """Register the function that carries out items of ``topic``."""

    def register(handler: Handler) -> Handler:
        _handlers[topic] = handler
        return handler

    return register


def put(topic: str, payload: dict[str, Any]) -> OutboxItem:
    """Write down work to be done after the transaction; raises KeyError for an unknown topic."""
    _handlers[topic]
    now = timezone.now()
    return OutboxItem.objects.create(topic=topic, payload=payload, created_at=now, next_try_at=now)


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
        item.next_try_at = now + _wait(item.attempts)
    else:
        item.done_at = now
        item.last_error = ""
    item.save(update_fields=["last_error", "next_try_at", "done_at"])
    return item.done_at is not None


def _claim(pk: int, now: datetime) -> OutboxItem | None:
    """Take the item for LEASE; None when it is done or somebody else has just taken it."""
    item = OutboxItem.objects.filter(pk=pk, done_at__isnull=True, next_try_at__lte=now).first()
    if item is None:
        return None
    mine = OutboxItem.objects.filter(pk=pk, done_at__isnull=True, attempts=item.attempts)
    # After a crash in the middle the lease ends and the item is handed out again.
    if not mine.update(attempts=item.attempts + 1, next_try_at=now + LEASE):
        return None
    item.attempts += 1
    return item


def undelivered() -> int:
    """How many items have failed at least once and still wait."""
    return OutboxItem.objects.filter(done_at__isnull=True, attempts__gt=0).count()


def _wait(attempts: int) -> timedelta:
    return timedelta(minutes=BACK_OFF_MINUTES[min(attempts, len(BACK_OFF_MINUTES)) - 1])
