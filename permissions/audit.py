"""The only way to write an audit event."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from permissions.hidden_tokens import without_tokens
from permissions.models import AuditEvent, Body

WRITTEN_AT_ONCE = 500


@dataclass(frozen=True)
class Asked:
    """Where the running request comes from, what it asks for (no query), and on whose site."""

    address: str = ""
    path: str = ""
    body: Body | None = None


NOBODY_ASKED = Asked()
asked: ContextVar[Asked] = ContextVar("asked", default=NOBODY_ASKED)


def record(
    *,
    user: Any,
    action: str,
    thing: Model | None = None,
    under: str = "",
    detail: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEvent:
    """Write that ``user`` (None: the system) did ``action`` to ``thing``, under which role."""
    event = _event(user, action, thing, at or timezone.now())
    event.under, event.detail = under, detail or {}
    event.save()
    return event


def record_each(
    *,
    user: Any,
    action: str,
    things: Iterable[Model],
    under: Mapping[int, str],
    detail: dict[str, Any],
) -> None:
    """As ``record``, a row for each of ``things``, so that each one's own history tells of it.

    ``under`` is by primary key.
    """
    now = timezone.now()
    events = []
    for thing in things:
        event = _event(user, action, thing, now)
        event.under, event.detail = under[thing.pk], detail
        events.append(event)
    AuditEvent.objects.bulk_create(events, batch_size=WRITTEN_AT_ONCE)


def refused(
    *,
    user: Any,
    action: str,
    asked_for: str = "",
    body: Body | None = None,
    thing: Model | None = None,
    under: str = "",
    detail: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEvent:
    """Write that somebody asked for something they may not have, whether or not it exists.

    ``asked_for`` is what they called it; ``thing`` what it is, where that may be said. ``body`` is
    the one on whose site they asked, which the running request knows by itself.
    """
    event = _event(user, action, thing, at or timezone.now())
    request = asked.get()
    site = request.body or body
    event.outcome, event.under = "refused", under
    event.object_ref = (asked_for or event.object_ref or ("" if thing is None else str(thing)))[:60]
    event.body_key = site.key if site else event.body_key
    path = {"asked_at": without_tokens(request.path)[:200]} if request.path else {}
    event.detail = {**path, **(detail or {})}
    event.save()
    return event


def _event(user: Any, action: str, thing: Model | None, at: datetime) -> AuditEvent:
    root = thing.guarded_root() if hasattr(thing, "guarded_root") else thing
    body = root if isinstance(root, Body) else getattr(root, "body", None)
    return AuditEvent(
        at=at,
        actor_id=getattr(user, "pk", None),
        actor_name=_name(user),
        action=str(action),
        object_type=thing._meta.label if thing is not None else "",
        object_id=thing.pk if thing is not None else None,
        object_ref=getattr(root, "reference", ""),
        body_key=body.key if body else "",
        address=asked.get().address,
    )


def _name(user: Any) -> str:
    if user is None:
        return "system"
    return user.get_username() or "anonymous"
