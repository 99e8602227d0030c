"""Properties of day and month arithmetic for any day of twenty years, by other people's oracles."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import holidays
import numpy as np
import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule, rruleset
from hypothesis import given, settings
from hypothesis import strategies as st

from staff_workspace.policy.working_days import WorkingCalendar, months_after, months_commencing

from .case_strategies import CHECKED_TO, twenty_years

YEARS = range(2009, CHECKED_TO.year + 1)
CLOSED = (date(2026, 3, 3), date(2026, 12, 29), date(2027, 8, 14))
DAYS = WorkingCalendar(verified_to=CHECKED_TO)
OWN_DAYS = WorkingCalendar(CLOSED, verified_to=CHECKED_TO)
ENGLAND = sorted(holidays.country_holidays("GB", subdiv="ENG", years=YEARS))
BY_NUMPY = np.busdaycalendar(holidays=np.array(ENGLAND, dtype="datetime64[D]"))
OWN_BY_NUMPY = np.busdaycalendar(holidays=np.array([*ENGLAND, *CLOSED], dtype="datetime64[D]"))
EVERY_DAY = np.arange("2009-04-01", "2029-04-01", dtype="datetime64[D]")
counts = st.integers(1, 60)


@pytest.mark.requirement("T-02")
@given(twenty_years, counts)
def test_a_sum_of_working_days_never_lands_on_a_day_off(day: date, n: int) -> None:
    landed = DAYS.add_working_days(day, n)
    assert landed.weekday() < 5
    assert landed not in holidays.country_holidays("GB", subdiv="ENG", years=landed.year)
    assert DAYS.working_days_between(day, landed) == n


@pytest.mark.requirement("T-01", "T-02")
@pytest.mark.parametrize("n", [1, 3, 10, 15, 25, 40])
@pytest.mark.parametrize(
    ("ours", "theirs"), [(DAYS, BY_NUMPY), (OWN_DAYS, OWN_BY_NUMPY)], ids=["law", "body"]
)
def test_numpy_counts_to_the_same_day_from_every_day_of_twenty_years(
    ours: WorkingCalendar, theirs: np.busdaycalendar, n: int
) -> None:
    expected = np.busday_offset(EVERY_DAY, n, roll="backward", busdaycal=theirs)
    assert [ours.add_working_days(day, n) for day in EVERY_DAY.tolist()] == expected.tolist()


@pytest.mark.requirement("T-02")
def test_numpy_knows_the_same_working_days_in_twenty_years() -> None:
    expected = np.is_busday(EVERY_DAY, busdaycal=OWN_BY_NUMPY).tolist()
    assert [OWN_DAYS.is_working_day(day) for day in EVERY_DAY.tolist()] == expected


@given(twenty_years, twenty_years)
def test_numpy_counts_the_same_days_between_two_days(one: date, other: date) -> None:
    start, end = sorted((one, other))
    expected = np.busday_count(np.datetime64(start) + 1, np.datetime64(end) + 1, busdaycal=BY_NUMPY)
    assert DAYS.working_days_between(start, end) == expected
    assert DAYS.working_days_between(end, start) == -expected


@given(twenty_years.filter(lambda day: day.year > 2009), st.integers(1, 60))
def test_numpy_counts_back_to_the_same_day(day: date, n: int) -> None:
    expected = np.busday_offset(np.datetime64(day), -n, roll="forward", busdaycal=BY_NUMPY)
    assert DAYS.subtract_working_days(day, n) == expected.item()


@given(twenty_years)
def test_the_next_working_day_is_numpys_day_rolled_forward(day: date) -> None:
    expected = np.busday_offset(np.datetime64(day), 0, roll="forward", busdaycal=BY_NUMPY)
    assert DAYS.next_working_day(day) == expected.item()


@pytest.mark.requirement("T-02")
@settings(max_examples=40, deadline=None)
@given(twenty_years, st.integers(1, 45))
def test_working_days_agree_with_dateutils_own_rules(day: date, n: int) -> None:
    rules = rruleset()
    begin = _midnight(day) + timedelta(days=1)
    rules.rrule(rrule(DAILY, dtstart=begin, byweekday=(MO, TU, WE, TH, FR), count=n + 30))
    for off in ENGLAND:
        rules.exdate(_midnight(off))
    assert DAYS.add_working_days(day, n) == rules[n - 1].date()


@given(twenty_years, st.integers(0, 60))
def test_subtracting_takes_back_what_adding_gave(day: date, n: int) -> None:
    landed = DAYS.add_working_days(day, n + 1)
    assert DAYS.subtract_working_days(landed, n) == DAYS.add_working_days(day, 1)


@given(twenty_years, counts)
def test_a_later_start_and_a_longer_count_never_end_earlier(day: date, n: int) -> None:
    assert DAYS.add_working_days(day, n) <= DAYS.add_working_days(day + timedelta(days=1), n)
    assert DAYS.add_working_days(day, n) < DAYS.add_working_days(day, n + 1)


@given(twenty_years, counts)
def test_a_closed_office_never_makes_a_date_earlier(day: date, n: int) -> None:
    assert OWN_DAYS.add_working_days(day, n) >= DAYS.add_working_days(day, n)


@pytest.mark.requirement("T-05")
@pytest.mark.parametrize("n", [1, 2, 3, 6, 9, 12, 18, 24])
def test_months_after_agree_with_dateutil_and_numpy_on_every_day_of_twenty_years(n: int) -> None:
    month = EVERY_DAY.astype("datetime64[M]")
    into_month = EVERY_DAY - month.astype("datetime64[D]")
    last_of_month = (month + n + 1).astype("datetime64[D]") - 1
    by_numpy = np.minimum((month + n).astype("datetime64[D]") + into_month, last_of_month).tolist()
    for day, expected in zip(EVERY_DAY.tolist(), by_numpy, strict=True):
        assert months_after(day, n) == expected == day + relativedelta(months=n)


@pytest.mark.requirement("T-04")
def test_six_months_commencing_end_before_the_same_date_or_with_the_month() -> None:
    for day in EVERY_DAY.tolist():
        on = day + relativedelta(months=6)
        month_too_short = on.day < day.day
        expected = on if month_too_short else on - timedelta(days=1)
        assert months_commencing(day, 6) == DAYS.six_months_commencing(day) == expected


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
