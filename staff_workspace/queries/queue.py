"""The queue of cases: filters, order and pages, all through the gate."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from permissions.gate import visible_to
from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy import lifecycle

ORDERS = {
    "due": F("next_due").asc(nulls_last=True),
    "-due": F("next_due").desc(nulls_last=True),
    "received": F("received_at").asc(),
    "-received": F("received_at").desc(),
    "reference": F("reference").asc(),
    "-reference": F("reference").desc(),
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


def queue(user: Any, body: Any, filters: Filters) -> QuerySet[Case]:
    """The visible cases that ``filters`` leaves, in its order."""
    found = cases_for(user, body).select_related("handler__staff_member")
    if filters.state == "open":
        found = found.exclude(state="closed")
    elif filters.state in lifecycle.STATES:
        found = found.filter(state=filters.state)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.text:
        text = filters.text.strip()
        found = found.filter(
            Q(reference__icontains=text)
            | Q(headline__icontains=text)
            | Q(parties__name__icontains=text)
        ).distinct()
    return found.order_by(ORDERS.get(filters.order, ORDERS[DEFAULT_ORDER]), "pk")
