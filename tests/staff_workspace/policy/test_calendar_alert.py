"""The alert that bank holidays are missing, and how the numbers of a policy read."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.calendar_alert import missing_year
from staff_workspace.policy.parameter_units import counted, numbers_in_words
from staff_workspace.policy.profile import Profile


@pytest.mark.requirement("T-02", "T-42")
@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 12, 31), None), (date(2027, 1, 1), 2028), (date(2029, 1, 1), 2029)],
)
def test_the_first_year_that_is_not_checked_is_named(
    hwe: Profile, today: date, year: int | None
) -> None:
    assert missing_year(hwe, today=today) == year


@pytest.mark.parametrize(
    ("number", "key", "words"),
    [
        (3, "acknowledgement.ack_wd", "3 working days"),
        (1, "first_contact.first_contact_wd", "1 working day"),
        (30, "consent_timing.consent_close_cd", "30 calendar days"),
        (3, "restrictions.script_repeats", "3 times"),
        (2, "restrictions.vex_min_criteria", "2"),
    ],
)
def test_a_number_is_told_with_what_it_counts(number: int, key: str, words: str) -> None:
    assert counted(number, key) == words


def test_a_range_is_told_as_one_and_percentages_one_by_one() -> None:
    assert numbers_in_words((7, 14), "response.target_ideal_cd") == "7 to 14 calendar days"
    assert numbers_in_words((50, 75), "response.warn_at_percent") == "50%, 75%"
