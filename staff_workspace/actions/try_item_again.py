"""Have something tried again that could not be delivered."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from permissions import audit, gate, outbox
from permissions.models import Body, OutboxItem
from permissions.rules.actions import Action
from staff_workspace.queries.undelivered import undelivered_of


def try_item_again(*, pk: int, body: Body, by: AbstractBaseUser, at: datetime) -> OutboxItem | None:
    """Begin anew with an item of ``body``, now; None when it was delivered meanwhile. Audited."""
    standing = gate.require(by, Action.MIND_OUTBOX, body)
    with transaction.atomic():
        waiting = undelivered_of(body, now=at).filter(pk=pk)
        item = waiting.select_for_update(of=("self",)).first()
        if item is None:
            return None
        detail = {"item": item.pk, "topic": item.topic, "tries": item.attempts}
        outbox.try_again(item, now=at)
        audit.record(
            user=by,
            action=Action.MIND_OUTBOX,
            thing=body,
            under=standing.under,
            detail=detail,
            at=at,
        )
    return item
