"""How long a member of staff stays signed in."""

from datetime import UTC, datetime, timedelta

from permissions.rules.session_terms import can_be_prolonged, ends_at

MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def test_a_session_ends_an_hour_after_the_last_page() -> None:
    seen = MORNING + timedelta(hours=2)
    assert ends_at(signed_in_at=MORNING, seen_at=seen) == seen + timedelta(hours=1)


def test_a_session_ends_after_ten_hours_however_busy_somebody_is() -> None:
    seen = MORNING + timedelta(hours=9, minutes=30)
    assert ends_at(signed_in_at=MORNING, seen_at=seen) == MORNING + timedelta(hours=10)


def test_staying_is_offered_only_while_it_wins_time() -> None:
    assert can_be_prolonged(signed_in_at=MORNING, now=MORNING + timedelta(hours=9, minutes=49))
    assert not can_be_prolonged(signed_in_at=MORNING, now=MORNING + timedelta(hours=9, minutes=50))
