"""Moments as timelines show them."""

from datetime import datetime

from django.utils import timezone

from permissions.jinja import happened_on, time_of

MIDNIGHT = timezone.make_aware(datetime(2026, 10, 27))
AFTERNOON = timezone.make_aware(datetime(2026, 10, 27, 14, 31))


def test_what_is_known_by_its_day_alone_shows_no_invented_hour() -> None:
    assert happened_on(MIDNIGHT) == "27 Oct 2026"
    assert happened_on(AFTERNOON) == "27 Oct 2026, 14:31"


def test_an_end_at_midnight_keeps_its_hour() -> None:
    assert time_of(MIDNIGHT) == "27 Oct 2026, 00:00"
