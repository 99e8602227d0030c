"""When something reached the body that staff write down later than it came."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.kinds import Audience
from feedback_forms.rules.meanings import Meaning

LONDON = ZoneInfo("Europe/London")


def read_time(text: str) -> time | None:
    """The time that was typed, like 9:30, 14.05 or 2:05pm; None when it is none."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})\s*([ap]m)?", text.strip().lower(), re.ASCII)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def when_received(
    form: FormDefinition, answers: Mapping[str, Answer], written_at: datetime
) -> datetime:
    """The day and time that staff gave, never later than when they wrote it down.

    Without a time it counts as the time of writing on that day. A form for the public is received
    when it is sent, whatever it asks.
    """
    if form.audience is not Audience.STAFF:
        return written_at
    by_meaning = {q.meaning: answers.get(q.key) for q in form.questions if q.meaning}
    day, typed = by_meaning.get(Meaning.RECEIVED_DATE), by_meaning.get(Meaning.RECEIVED_TIME)
    if not isinstance(day, PartialDate) or day.exact is None:
        return written_at
    clock = read_time(typed) if isinstance(typed, str) else None
    local = written_at.astimezone(LONDON)
    return min(datetime.combine(day.exact, clock or local.time(), LONDON), written_at)
