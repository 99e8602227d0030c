"""Records are kept ten years from closure and go by two people, never by themselves."""

from datetime import date

import pytest

from staff_workspace.policy.profile import load
from staff_workspace.policy.retention import (
    against_confirming,
    against_keeping,
    kept_until,
    last_closing_that_may_go,
    may_destroy,
    rule_in_words,
)

pytestmark = pytest.mark.requirement("RT-1")
HWE = load("hwe_icb")
CLOSED = date(2016, 2, 29)
LAST = date(2026, 2, 28)


def test_ten_years_from_a_leap_day_end_with_february() -> None:
    assert kept_until(HWE, closed=CLOSED) == LAST


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 11, 26), date(2028, 2, 29)])
def test_the_latest_closing_that_may_go_is_the_last_whose_time_is_over(today: date) -> None:
    latest = last_closing_that_may_go(HWE, today=today)
    assert kept_until(HWE, closed=latest) < today
    following = date.fromordinal(latest.toordinal() + 1)
    assert kept_until(HWE, closed=following) >= today


def test_the_rule_names_the_paragraph_or_says_that_it_is_our_reading() -> None:
    rule, source = rule_in_words(HWE)
    assert rule == "10 years from closure"
    assert source == (
        "policy, paragraph 12.1; "
        "The policy does not say from when; closure is our reading of the records code."
    )


@pytest.mark.parametrize(
    ("closed", "legal_hold", "reviewed_by", "today", "why"),
    [
        (None, False, "a person", date(2026, 3, 1), "The case is not closed."),
        (CLOSED, False, "a person", LAST, "The records are kept until 28 February 2026."),
        (CLOSED, True, "a person", date(2026, 3, 1), "A legal hold keeps the records."),
        (CLOSED, False, None, date(2026, 3, 1), "Somebody has to look at the records"),
        (CLOSED, False, "a person", date(2026, 3, 1), ""),
    ],
)
def test_records_go_only_after_their_time_without_a_hold_and_looked_at(
    closed: date | None, legal_hold: bool, reviewed_by: str | None, today: date, why: str
) -> None:
    may, said = may_destroy(
        HWE, closed=closed, legal_hold=legal_hold, reviewed_by=reviewed_by, today=today
    )
    assert may == (why == "")
    assert said.startswith(why)


def test_records_that_are_kept_on_are_looked_at_again_on_a_later_day() -> None:
    assert "after today" in against_keeping(look_again_on=None, today=LAST)
    assert "after today" in against_keeping(look_again_on=LAST, today=LAST)
    assert against_keeping(look_again_on=date(2027, 1, 1), today=LAST) == ""


@pytest.mark.parametrize(
    ("to_destroy", "reviewed_by", "why"),
    [
        (True, None, "Somebody has to look"),
        (False, 1, "The review says that these records are kept."),
        (True, 2, "a second person of Governance confirms it"),
        (True, 1, ""),
    ],
)
def test_who_reviewed_the_records_does_not_confirm(
    to_destroy: bool, reviewed_by: int | None, why: str
) -> None:
    said = against_confirming(to_destroy=to_destroy, reviewed_by=reviewed_by, confirmed_by=2)
    assert why in said
    assert bool(said) == bool(why)
