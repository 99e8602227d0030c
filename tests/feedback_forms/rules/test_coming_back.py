"""What becomes of a link, in the order that helps the person most."""

from datetime import UTC, datetime, timedelta

import pytest

from feedback_forms.rules.coming_back import Use, hash_of, use_of_link

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
KEPT = timedelta(days=14)


@pytest.mark.parametrize(
    ("facts", "use"),
    [
        ({}, Use.OPENS),
        ({"expires_at": NOW}, Use.EXPIRED),
        ({"used_at": NOW - HOUR}, Use.USED),
        ({"used_at": NOW - HOUR, "expires_at": NOW - HOUR}, Use.USED),
        ({"draft_updated_at": NOW - KEPT}, Use.GONE),
        ({"draft_updated_at": NOW - KEPT, "draft_sent_at": NOW - HOUR}, Use.SENT),
    ],
)
def test_a_link_opens_or_says_why_not(facts: dict[str, datetime], use: Use) -> None:
    fresh = {
        "expires_at": NOW + HOUR,
        "used_at": None,
        "draft_updated_at": NOW - HOUR,
        "draft_sent_at": None,
    }
    assert use_of_link(**{**fresh, **facts}, kept=KEPT, now=NOW) is use


def test_of_a_secret_only_its_hash_is_kept() -> None:
    assert len(hash_of("K7QM3XTC9PDRW4HN")) == 64
    assert hash_of("a") != hash_of("b")
