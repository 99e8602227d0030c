"""When a clock breaches, and when it warns."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from staff_workspace.policy.case_facts import LONDON
from staff_workspace.policy.forecast import Forecast, forecast, warning_level

D = date.fromisoformat


@pytest.mark.requirement("T-06")
def test_the_legal_limit_warns_at_half_three_quarters_and_nine_tenths(hwe, read) -> None:
    clock = read(hwe, "statutory_response", "2026-03-02")
    ahead = forecast(hwe, clock)
    assert ahead.breaches == D("2026-09-02")
    assert ahead.warnings == (
        (50, D("2026-06-02")),
        (75, D("2026-07-18")),
        (90, D("2026-08-14")),
    )


@pytest.mark.requirement("T-06")
def test_consent_at_month_five_leaves_a_warning_and_no_more_time(hwe, read) -> None:
    late = [("consent_requested", "2026-03-04"), ("consent_received", "2026-08-05")]
    clock = read(hwe, "statutory_response", "2026-03-02", *late)
    assert (clock.due, warning_level(hwe, clock)) == (D("2026-09-01"), 75)


def test_warnings_in_working_days_fall_on_working_days(hwe, read) -> None:
    clock = read(hwe, "response_target", "2026-03-02", grade="minor")
    assert forecast(hwe, clock) == Forecast(
        D("2026-03-17"),
        ((50, D("2026-03-09")), (75, D("2026-03-12")), (90, D("2026-03-13"))),
    )


def test_a_clock_in_hours_breaches_at_its_moment(west_essex, read) -> None:
    clock = read(
        west_essex, "first_contact", "2026-03-06T15:00", kind="concern", grade="on_the_spot"
    )
    assert forecast(west_essex, clock).breaches == datetime(2026, 3, 7, 15, tzinfo=LONDON)
    assert warning_level(west_essex, clock) is None


def test_a_clock_that_does_not_run_has_nothing_ahead(hwe, read) -> None:
    done = read(hwe, "acknowledgement", "2026-03-02", ("acknowledged", "2026-03-03"))
    assert forecast(hwe, done) == Forecast(None)
    assert warning_level(hwe, done) is None
    fresh = read(hwe, "acknowledgement", "2026-03-02")
    assert warning_level(hwe, fresh) is None


def test_a_date_agreed_for_the_same_day_warns_of_nothing(hwe, read) -> None:
    agreed = ("response_agreed", "2026-03-02", "2026-03-02")
    assert forecast(hwe, read(hwe, "response_target", "2026-03-02", agreed)).warnings == ()
