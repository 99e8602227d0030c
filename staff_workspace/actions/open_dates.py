"""When it happened and when the person learned of it, for the clock of a late complaint."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from feedback_forms.rules.dates import MONTHS
from feedback_forms.rules.meanings import Meaning
from staff_workspace.models import Case, CaseEvent

TITLES = {
    Meaning.EVENT_DATE: ("occurred", "It happened"),
    Meaning.EVENT_KNOWN_DATE: ("known", "The person learned of it"),
}


def add_dates_before_receipt(case: Case, answers: dict[Meaning, Any]) -> None:
    """Write an event for each date that the form gave in full; a month or a year starts no clock.

    The day counts from its first moment in London. A day after the receipt is left out.
    """
    for meaning, (name, title) in TITLES.items():
        moment = full_date(str(answers.get(meaning) or ""))
        if moment is None or moment > case.received_at:
            continue
        CaseEvent.objects.create(
            case=case,
            name=name,
            at=moment,
            title=title,
            by_name="website",
            recorded_at=case.received_at,
        )


def full_date(words: str) -> datetime | None:
    """The first moment of "4 March 2026"; None for anything less exact."""
    parts = words.split()
    if len(parts) != 3 or parts[1] not in MONTHS:
        return None
    try:
        day = datetime(int(parts[2]), MONTHS.index(parts[1]) + 1, int(parts[0])).date()
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time.min))
