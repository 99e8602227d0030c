"""Working days and months, by the catalogue's vectors and the bugs of other systems."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy import working_days
from staff_workspace.policy.working_days import (
    CalendarNotVerified,
    HolidayTableError,
    WorkingCalendar,
    body_calendar,
    law_calendar,
    months_after,
    months_commencing,
)

D = date.fromisoformat


@pytest.fixture(scope="module")
def days() -> WorkingCalendar:
    return WorkingCalendar(verified_to=date(2027, 12, 31))


@pytest.mark.requirement("V-1", "T-01")
def test_the_day_of_receipt_is_day_0(days: WorkingCalendar) -> None:
    assert days.add_working_days(D("2025-12-19"), 3) == D("2025-12-24")


@pytest.mark.requirement("V-2", "T-02")
@pytest.mark.parametrize(
    ("received", "due"), [("2025-12-24", "2025-12-31"), ("2026-12-23", "2026-12-30")]
)
def test_christmas_and_its_substitute_days_are_not_counted(
    days: WorkingCalendar, received: str, due: str
) -> None:
    assert days.add_working_days(D(received), 3) == D(due)


@pytest.mark.requirement("V-3", "T-03")
@pytest.mark.parametrize("received", ["2026-04-02", "2026-04-04"])
def test_receipt_before_and_during_easter_leads_to_the_same_day(
    days: WorkingCalendar, received: str
) -> None:
    assert days.add_working_days(D(received), 3) == D("2026-04-09")


@pytest.mark.requirement("V-4")
@pytest.mark.parametrize(
    ("n", "due"),
    [
        (1, "2026-03-03"),
        (3, "2026-03-05"),
        (10, "2026-03-16"),
        (15, "2026-03-23"),
        (25, "2026-04-08"),
        (40, "2026-04-29"),
    ],
)
def test_every_policy_period_from_one_monday(days: WorkingCalendar, n: int, due: str) -> None:
    assert days.add_working_days(D("2026-03-02"), n) == D(due)


@pytest.mark.requirement("V-5", "T-04")
@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        ("2026-01-15", "2026-07-14"),
        ("2025-08-28", "2026-02-27"),
        ("2025-08-29", "2026-02-28"),
        ("2025-08-30", "2026-02-28"),
        ("2025-08-31", "2026-02-28"),
        ("2023-08-29", "2024-02-28"),
        ("2023-08-31", "2024-02-29"),
        ("2026-03-01", "2026-08-31"),
        ("2026-03-31", "2026-09-30"),
        ("2026-09-01", "2027-02-28"),
    ],
)
def test_six_months_commencing_on_receipt_end_the_day_before(
    days: WorkingCalendar, received: str, last_day: str
) -> None:
    assert days.six_months_commencing(D(received)) == D(last_day)
    assert months_commencing(D(received), 6) == D(last_day)


@pytest.mark.requirement("V-11", "V-12", "T-05")
@pytest.mark.parametrize(
    ("day", "months", "last_day"),
    [
        ("2025-06-10", 12, "2026-06-10"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
    ],
)
def test_months_after_an_event_end_on_the_corresponding_date(
    days: WorkingCalendar, day: str, months: int, last_day: str
) -> None:
    assert days.months_after(D(day), months) == D(last_day) == months_after(D(day), months)


@pytest.mark.requirement("T-02")
def test_saturdays_are_not_working_days(days: WorkingCalendar) -> None:
    assert days.add_working_days(D("2026-03-06"), 1) == D("2026-03-09")
    assert days.why_not(D("2026-03-07")) == "a Saturday"
    assert days.why_not(D("2026-03-08")) == "a Sunday"
    assert days.why_not(D("2026-03-09")) is None
    assert days.why_not(D("2026-04-03")) == "Good Friday"


@pytest.mark.requirement("T-02")
def test_an_empty_table_of_bank_holidays_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_days.holidays, "country_holidays", lambda *a, **k: {})
    with pytest.raises(HolidayTableError, match="not complete for 2009"):
        WorkingCalendar(verified_to=date(2027, 12, 31))


@pytest.mark.requirement("T-42")
def test_dates_beyond_the_checked_calendar_are_refused(days: WorkingCalendar) -> None:
    with pytest.raises(CalendarNotVerified, match="2027-12-31"):
        days.add_working_days(D("2027-12-20"), 40)
    assert days.add_working_days(D("2027-12-30"), 1) == D("2027-12-31")
    with pytest.raises(CalendarNotVerified, match="1 working days after 2027-12-31"):
        days.add_working_days(D("2027-12-31"), 1)
    with pytest.raises(CalendarNotVerified):
        days.add_working_days(D("2028-01-01"), 1)
    with pytest.raises(CalendarNotVerified):
        days.working_days_between(D("2008-12-31"), D("2026-01-01"))


def test_working_days_between_count_the_end_and_not_the_start(days: WorkingCalendar) -> None:
    assert days.working_days_between(D("2026-03-04"), D("2026-03-20")) == 12
    assert days.working_days_between(D("2026-03-20"), D("2026-03-04")) == -12
    assert days.working_days_between(D("2026-03-06"), D("2026-03-08")) == 0


def test_the_next_working_day_is_the_day_itself_when_work_is_done(days: WorkingCalendar) -> None:
    assert days.next_working_day(D("2026-04-04")) == D("2026-04-07")
    assert days.next_working_day(D("2026-04-07")) == D("2026-04-07")


def test_at_least_one_working_day_is_counted(days: WorkingCalendar) -> None:
    with pytest.raises(ValueError, match="at least one"):
        days.add_working_days(D("2026-03-02"), 0)


@pytest.mark.requirement("T-02")
def test_a_closed_office_moves_its_own_days_but_not_those_of_the_law(millbrook) -> None:
    stored = millbrook.to_dict()
    stored["calendar"]["closures"] = [{"day": "2026-03-03", "reason": "stock-taking"}]
    stored["calendar"]["one_off_bank_holidays"] = [{"day": "2026-03-04", "reason": "a jubilee"}]
    profile = type(millbrook).from_dict(stored)
    assert body_calendar(profile).add_working_days(D("2026-03-02"), 1) == D("2026-03-05")
    assert law_calendar(profile).add_working_days(D("2026-03-02"), 1) == D("2026-03-03")


def test_counting_back_starts_from_the_day_itself(days: WorkingCalendar) -> None:
    assert days.subtract_working_days(D("2026-04-07"), 0) == D("2026-04-07")
    assert days.subtract_working_days(D("2026-04-04"), 0) == D("2026-04-04")  # a Saturday
    assert days.subtract_working_days(D("2026-04-07"), 1) == D("2026-04-02")
    with pytest.raises(CalendarNotVerified, match="before 2009-01-05"):
        days.subtract_working_days(D("2009-01-05"), 5)


def test_the_calendar_begins_with_the_year_of_the_regulations(days: WorkingCalendar) -> None:
    assert not days.is_working_day(D("2009-01-01"))
    assert days.is_working_day(D("2009-01-02"))
    with pytest.raises(CalendarNotVerified):
        days.is_working_day(D("2008-12-31"))
    assert days.is_working_day(D("2027-12-31"))
    assert days.subtract_working_days(D("2009-01-05"), 1) == D("2009-01-02")
    with pytest.raises(CalendarNotVerified):
        days.subtract_working_days(D("2009-01-05"), -1)


@pytest.mark.requirement("T-02")
def test_a_table_that_lacks_one_year_fails_and_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = working_days.bank_holidays(range(2009, 2028))
    lacking = {day: name for day, name in whole.items() if day.year != 2027}
    monkeypatch.setattr(working_days.holidays, "country_holidays", lambda *a, **k: lacking)
    with pytest.raises(HolidayTableError, match="2027"):
        WorkingCalendar(verified_to=date(2027, 12, 31))


def test_days_left_out_are_named_without_the_weekend_and_without_the_first_day(
    days: WorkingCalendar,
) -> None:
    named = days.holidays_between(D("2021-12-24"), D("2022-01-03"))
    assert [day.isoformat() for day, _ in named] == ["2021-12-27", "2021-12-28", "2022-01-03"]
    assert days.holidays_between(D("2022-01-03"), D("2022-01-04")) == ()
    assert days.holidays_between(D("2021-12-28"), D("2022-01-02")) == ()


@pytest.mark.requirement("T-02")
@pytest.mark.parametrize("missing", ["2025-08-25", "2026-12-28"])
def test_a_table_that_lacks_a_single_holiday_or_substitute_fails(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    whole = working_days.bank_holidays(range(2009, 2028))
    lacking = {day: name for day, name in whole.items() if day != D(missing)}
    assert len(lacking) == len(whole) - 1
    monkeypatch.setattr(working_days.holidays, "country_holidays", lambda *a, **k: lacking)
    with pytest.raises(HolidayTableError, match=f"for {missing[:4]}"):
        WorkingCalendar(verified_to=date(2027, 12, 31))


def test_the_first_day_of_the_calendar_is_a_holiday_that_can_be_counted_from(
    days: WorkingCalendar,
) -> None:
    assert days.verified_from == D("2009-01-01")
    assert days.add_working_days(D("2009-01-01"), 1) == D("2009-01-02")
    assert days.why_not(D("2009-01-01")) == "New Year's Day"
    with pytest.raises(CalendarNotVerified, match="2028-01-01 lies outside"):
        days.why_not(D("2028-01-01"))
    with pytest.raises(CalendarNotVerified, match="2 working days before 2009-01-05"):
        days.subtract_working_days(D("2009-01-05"), 2)


def test_a_closed_day_and_a_one_off_holiday_say_what_they_are() -> None:
    own = WorkingCalendar(
        [D("2026-03-03")],
        verified_to=date(2026, 12, 31),
        one_off_bank_holidays=[D("2026-03-04")],
    )
    assert own.why_not(D("2026-03-03")) == "a day on which the office is closed"
    assert own.why_not(D("2026-03-04")) == "a one-off bank holiday"
