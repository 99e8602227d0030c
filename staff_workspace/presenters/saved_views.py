"""Ready-made views of the queue with their counts."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from staff_workspace.policy import lifecycle
from staff_workspace.policy.stages import STAGES
from staff_workspace.queries.queue import cases_for


@dataclass(frozen=True)
class SavedView:
    """A link into the queue."""

    label: str
    url: str
    count: int


def saved_views(user: Any, body: Any) -> list[SavedView]:
    """One view for each open state, counted through the gate in one query."""
    keys = [key for key in lifecycle.STATES if key != "closed"]
    counts = cases_for(user, body).aggregate(
        **{key: Count("pk", filter=Q(state=key)) for key in keys}
    )
    base = reverse("staff_workspace:cases")
    return [
        SavedView(lifecycle.STATES[key].label, f"{base}?state={key}", counts[key])
        for key in keys
        # Not every policy has these stages; where one has, its cases show it.
        if counts[key] or key not in STAGES
    ]
