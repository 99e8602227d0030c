"""The queue of cases: filters, order and pages, all through the gate."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from permissions.gate import visible_to
from permissions.pages import Order
from permissions.rules.actions import Action
from staff_workspace.models import Case, Party
from staff_workspace.policy import lifecycle

ORDERS = {
    f"{sign}{key}": Order(field, down=bool(sign))
    for key, field in {
        "due": "due_order",
        "received": "received_at",
        "reference": "reference",
    }.items()
    for sign in ("", "-")
}
DEFAULT_ORDER = "due"


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; the address alone reproduces it."""

    state: str = "open"
    kind: str = ""
    text: str = ""
    order: str = DEFAULT_ORDER


def cases_for(user: Any, body: Any) -> QuerySet[Case]:
    """All the cases of ``body`` that ``user`` may view."""
    return visible_to(user, Case.objects.filter(body=body), Action.VIEW_CASE)


def narrowed(body: Any, filters: Filters) -> QuerySet[Case]:
    """The body's cases that ``filters`` leaves, before the gate; in no order."""
    found = Case.objects.filter(body=body)
    if filters.state == "open":
        found = found.exclude(state="closed")
    elif filters.state in lifecycle.STATES:
        found = found.filter(state=filters.state)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.text:
        text = filters.text.strip()
        named = Party.objects.filter(case=OuterRef("pk"), name__icontains=text)
        found = found.filter(
            Q(reference__icontains=text) | Q(headline__icontains=text) | Exists(named)
        )
    return found
