"""When a link for somebody outside works."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from staff_workspace.policy.outside_links import LinkFacts, refusal, standing, works

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
FRESH = LinkFacts(
    ends_at=NOW + timedelta(days=7),
    withdrawn=False,
    answered=False,
    wrong_codes=0,
    case_closed=False,
)


def test_a_fresh_link_works_until_its_minute() -> None:
    assert works(FRESH, now=NOW)
    assert works(FRESH, now=FRESH.ends_at - timedelta(minutes=1))
    assert not works(FRESH, now=FRESH.ends_at)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "Waiting for an answer"),
        ({"answered": True}, "Answered"),
        ({"withdrawn": True}, "Withdrawn"),
        ({"wrong_codes": 5}, "Shut after wrong codes"),
        ({"ends_at": NOW}, "Ended"),
        ({"case_closed": True}, "Shut with the case"),
    ],
)
def test_a_link_stops_when_answered_withdrawn_tried_ended_or_closed(
    change: dict[str, object], words: str
) -> None:
    link = replace(FRESH, **change)
    assert standing(link, now=NOW) == words
    assert works(link, now=NOW) == (not change)


def test_four_wrong_codes_do_not_shut_a_link() -> None:
    assert works(replace(FRESH, wrong_codes=4), now=NOW)


def test_a_link_ends_in_the_future_and_within_sixty_days() -> None:
    assert refusal(ends_at=NOW, now=NOW) == "The end of the link must be later than now"
    assert refusal(ends_at=NOW + timedelta(days=61), now=NOW).startswith("A link works for 60 days")
    assert refusal(ends_at=NOW + timedelta(days=60), now=NOW) == ""
