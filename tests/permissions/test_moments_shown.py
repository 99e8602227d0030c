"""Moments as timelines show them."""

from datetime import datetime, timedelta

from django.utils import timezone

from permissions.jinja import end_of_access, happened_on, time_of

MIDNIGHT = timezone.make_aware(datetime(2026, 10, 27))
AFTERNOON = timezone.make_aware(datetime(2026, 10, 27, 14, 31))


def test_what_is_known_by_its_day_alone_shows_no_invented_hour() -> None:
    assert happened_on(MIDNIGHT) == "27 Oct 2026"
    assert happened_on(AFTERNOON) == "27 Oct 2026, 14:31"


def test_an_end_at_midnight_keeps_its_hour() -> None:
    assert time_of(MIDNIGHT) == "27 Oct 2026, 00:00"


def test_what_was_given_until_the_end_of_a_day_shows_that_day() -> None:
    assert end_of_access(MIDNIGHT) == "the end of 26 Oct 2026"
    assert end_of_access(AFTERNOON) == "27 Oct 2026, 14:31"
    # The clocks went back on the day before: it had 25 hours.
    assert end_of_access(MIDNIGHT - timedelta(days=1)) == "the end of 25 Oct 2026"
    assert end_of_access(None) == ""
