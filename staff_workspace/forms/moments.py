"""From the day that staff type to the moment that is recorded."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def moment_on(day: date, *, now: datetime, not_before: datetime) -> datetime:
    """The moment to record for something done on ``day`` (a London date).

    Today means now. On the day of ``not_before`` it is just after it; on other days it is noon,
    since only the date was given.
    """
    if day == timezone.localdate(now):
        return now
    if day == timezone.localdate(not_before):
        return min(now, not_before + timedelta(minutes=1))
    return timezone.make_aware(datetime.combine(day, time(12)))


def end_of(day: date) -> datetime:
    """The moment at which ``day`` is over, itself no part of it: the first of the next day."""
    return start_of(day + timedelta(days=1))


def start_of(day: date) -> datetime:
    """The first minute of ``day``."""
    return timezone.make_aware(datetime.combine(day, time(0)))
