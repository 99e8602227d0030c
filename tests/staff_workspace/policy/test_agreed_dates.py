"""A date agreed with the person."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.agreed_dates import against_agreeing

PLAIN = {
    "new": date(2026, 5, 4),
    "agreed_on": date(2026, 4, 1),
    "received": date(2026, 3, 2),
    "promised": date(2026, 4, 20),
    "legal_limit": date(2026, 9, 1),
}


@pytest.mark.requirement("CL-3")
def test_a_later_date_is_agreed_while_the_limit_runs() -> None:
    assert against_agreeing(**PLAIN) == ""
    assert against_agreeing(**PLAIN | {"promised": None, "legal_limit": None}) == ""


@pytest.mark.requirement("CL-3")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"agreed_on": date(2026, 3, 1)}, "before the case arrived"),
        ({"new": date(2026, 4, 1)}, "after the day on which it was agreed"),
        ({"new": date(2026, 4, 20)}, "Monday 20 April 2026 is the date already"),
        (
            {"agreed_on": date(2026, 9, 2), "new": date(2026, 10, 1)},
            "only an agreement made before then moves it",
        ),
    ],
)
def test_a_date_that_cannot_be_agreed_is_refused_in_words(change: dict, words: str) -> None:
    assert words in against_agreeing(**PLAIN | change)


@pytest.mark.requirement("CL-3")
def test_on_the_last_day_of_the_limit_a_later_date_can_still_be_agreed() -> None:
    last = {"agreed_on": date(2026, 9, 1), "new": date(2026, 10, 1)}
    assert against_agreeing(**PLAIN | last) == ""
