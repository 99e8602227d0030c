"""The only way to write an audit event."""

from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from permissions.models import AuditEvent, Body

address: ContextVar[str] = ContextVar("address", default="")


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
    root = thing.guarded_root() if hasattr(thing, "guarded_root") else thing
    body = root if isinstance(root, Body) else getattr(root, "body", None)
    return AuditEvent.objects.create(
        at=at or timezone.now(),
        actor_id=getattr(user, "pk", None),
        actor_name=_name(user),
        action=str(action),
        object_type=thing._meta.label if thing is not None else "",
        object_id=thing.pk if thing is not None else None,
        object_ref=getattr(root, "reference", ""),
        body_key=body.key if body else "",
        under=under,
        address=address.get(),
        detail=detail or {},
    )


def refused(
    *,
    user: Any,
    action: str,
    asked_for: str,
    body: Body | None = None,
    detail: dict[str, Any] | None = None,
) -> AuditEvent:
    """Write that somebody asked for something they may not have, whether or not it exists.

    ``body`` is the one on whose site they asked.
    """
    return AuditEvent.objects.create(
        at=timezone.now(),
        actor_id=getattr(user, "pk", None),
        actor_name=_name(user),
        action=str(action),
        outcome="refused",
        object_ref=asked_for,
        body_key=body.key if body else "",
        address=address.get(),
        detail=detail or {},
    )


def _name(user: Any) -> str:
    if user is None:
        return "system"
    return user.get_username() or "anonymous"
