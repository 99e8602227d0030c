"""What will be late if nothing happens: counts by week, by policy and by law."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from staff_workspace.queries.queue import cases_for


@dataclass(frozen=True)
class OutlookRow:
    """Cases that pass a date they promise in one span of days."""

    when: str
    policy: int
    law: int


def outlook(user: Any, body: Any, *, today: date) -> list[OutlookRow]:
    """This week and next, over every open case that the person may see."""
    monday = today + timedelta(days=7 - today.weekday())
    spans = {
        "this": (today, monday - timedelta(days=1)),
        "next": (monday, monday + timedelta(days=6)),
    }
    # A response that was sent can no longer be late.
    waiting = cases_for(user, body).filter(closed_at__isnull=True, responded_at__isnull=True)
    counts = waiting.aggregate(
        **{
            f"{span}_{column}": Count("pk", filter=Q(**{f"{column}__range": days}))
            for span, days in spans.items()
            for column in ("response_due", "statutory_due")
        }
    )
    return [
        OutlookRow(words, counts[f"{span}_response_due"], counts[f"{span}_statutory_due"])
        for span, words in (("this", "This week"), ("next", "Next week"))
    ]
