"""How often somebody may try: so that codes and passwords cannot be guessed by trying them all.

Counted in the database, because the processes of a server share no memory. Keys may hold addresses
or references, so only their keyed hash is stored.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from permissions.models import ThrottleWindow

SWEPT_AT_ONCE = 100


def allow(key: str, *, limit: int, per: timedelta, now: datetime) -> bool:
    """Count one try of ``key``; False when it is one too many: ask before looking anything up.

    Of the tries within ``per`` after the first, ``limit`` are allowed; then the count begins anew.
    Raises RuntimeError inside a transaction: a try counts even if what follows it is undone.
    """
    hashed = salted_hmac("permissions.throttle", key, algorithm="sha256").hexdigest()
    with transaction.atomic(durable=True):
        window, is_new = ThrottleWindow.objects.select_for_update().get_or_create(
            key_hash=hashed, defaults={"ends_at": now + per}
        )
        if now >= window.ends_at:
            window.tries, window.ends_at = 0, now + per
        # No count beyond the limit: a flood of tries must not overflow the column.
        window.tries = min(window.tries + 1, limit + 1)
        window.save(update_fields=["tries", "ends_at"])
    if is_new:
        _sweep(now)
    return window.tries <= limit


def _sweep(now: datetime) -> None:
    """Delete windows that are over, a few at a time; those that somebody holds are left alone."""
    with transaction.atomic():
        over = ThrottleWindow.objects.filter(ends_at__lte=now).select_for_update(skip_locked=True)
        ThrottleWindow.objects.filter(
            pk__in=list(over.values_list("pk", flat=True)[:SWEPT_AT_ONCE]), ends_at__lte=now
        ).delete()
