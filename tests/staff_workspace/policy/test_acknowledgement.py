"""First contact and acknowledgement, in the sentences of the three policies."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

import pytest

from staff_workspace.policy.case_facts import LONDON, Event

D = date.fromisoformat


@pytest.mark.requirement("CT-2", "PP-3", "REG-13")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_a_complaint_is_acknowledged_within_three_working_days_of_receipt(
    body: str, request: pytest.FixtureRequest, read
) -> None:
    clock = read(request.getfixturevalue(body), "acknowledgement", "2026-03-02")
    assert (clock.due, clock.state, clock.left) == (
        D("2026-03-05"),
        "running",
        "3 working days left",
    )
    assert (clock.total_days, clock.used_days) == (3, 0)
    assert clock.rule == "law and policy"


@pytest.mark.requirement("T-31", "CT-2")
def test_concerns_are_acknowledged_like_complaints_where_the_policy_says_so(
    hwe, west_essex, millbrook, read
) -> None:
    concern = {"kind": "concern", "grade": "minor"}
    assert read(hwe, "acknowledgement", "2026-03-02", **concern).due == D("2026-03-05")
    assert read(west_essex, "acknowledgement", "2026-03-02", **concern).rule == "policy"
    there = read(millbrook, "acknowledgement", "2026-03-02", kind="concern")
    assert there.state == "not_applicable"


@pytest.mark.requirement("CL-2", "T-41")
def test_an_automatic_receipt_and_a_mere_call_stop_no_acknowledgement(millbrook, read) -> None:
    clock = read(
        millbrook,
        "acknowledgement",
        "2026-03-02",
        ("receipt_sent", "2026-03-02"),
        ("first_contact", "2026-03-03"),
    )
    assert clock.state == "running"


@pytest.mark.requirement("CL-2", "T-14")
def test_the_acknowledgement_is_met_on_the_day_it_is_sent(hwe, read) -> None:
    sent = read(hwe, "acknowledgement", "2026-03-02", ("acknowledged", "2026-03-05"))
    late = read(hwe, "acknowledgement", "2026-03-02", ("acknowledged", "2026-03-06"))
    assert (sent.state, sent.left) == ("met", "done in time")
    assert (late.state, late.left) == ("breached", "done 1 working day late")


@pytest.mark.requirement("T-14")
def test_whoever_acknowledges_at_millbrook_the_date_alone_is_tested(millbrook, read) -> None:
    """The text names the manager, the audit the officer: the event keeps no role to test."""
    sent = read(millbrook, "acknowledgement", "2026-03-02", ("acknowledged", "2026-03-05"))
    assert sent.state == "met"
    assert "actor" not in {field.name for field in fields(Event)}


def test_an_acknowledgement_that_is_not_sent_counts_its_days_late(hwe, read) -> None:
    clock = read(hwe, "acknowledgement", "2026-03-02", as_of="2026-03-09")
    assert (clock.state, clock.left, clock.used_days) == ("breached", "2 working days late", 5)
    assert read(hwe, "acknowledgement", "2026-03-02", as_of="2026-03-05").left == "due today"


@pytest.mark.requirement("CL-1", "T-06")
def test_consent_never_moves_the_acknowledgement(hwe, millbrook, read) -> None:
    asked = ("consent_requested", "2026-03-03")
    for body in (hwe, millbrook):
        clock = read(body, "acknowledgement", "2026-03-02", asked, on_behalf=True)
        assert clock.due == D("2026-03-05")


@pytest.mark.requirement("AN-1")
def test_an_anonymous_complaint_owes_no_acknowledgement_and_breaches_none(hwe, read) -> None:
    for clock in ("acknowledgement", "first_contact", "response_target", "statutory_response"):
        shown = read(hwe, clock, "2026-03-02", as_of="2026-12-01", anonymous=True)
        assert (shown.state, shown.due) == ("not_applicable", None)


@pytest.mark.requirement("CT-1", "PP-2")
def test_millbrook_speaks_to_the_person_within_one_working_day(millbrook, read) -> None:
    friday = read(millbrook, "first_contact", "2026-03-06")
    assert friday.due == D("2026-03-09")
    spoken = read(millbrook, "first_contact", "2026-03-06", ("first_contact", "2026-03-09"))
    assert spoken.state == "met"


@pytest.mark.requirement("CT-1", "TG-3", "T-13", "PP-2")
def test_west_essex_answers_on_the_spot_matters_within_24_hours(west_essex, read) -> None:
    spot = {"kind": "concern", "grade": "on_the_spot"}
    for name in ("first_contact", "acknowledgement"):
        clock = read(west_essex, name, "2026-03-06T15:00", **spot)
        assert clock.due == datetime(2026, 3, 7, 15, 0, tzinfo=LONDON)
        assert clock.left == "due 15:00 on Saturday 7 March"
    done = ("acknowledged", "2026-03-07T14:59")
    assert read(west_essex, "acknowledgement", "2026-03-06T15:00", done, **spot).state == "met"
    late = ("acknowledged", "2026-03-07T15:01")
    assert read(west_essex, "acknowledgement", "2026-03-06T15:00", late, **spot).left == "done late"
    open_ = read(west_essex, "acknowledgement", "2026-03-06T15:00", as_of="2026-03-08", **spot)
    assert (open_.state, open_.left) == ("breached", "late")


def test_without_a_time_of_receipt_24_hours_end_with_the_next_day(west_essex, read) -> None:
    clock = read(west_essex, "first_contact", "2026-03-06", kind="concern", grade="on_the_spot")
    assert clock.due == D("2026-03-07")


@pytest.mark.requirement("T-03")
def test_24_hours_stay_24_hours_on_the_night_the_clocks_change(west_essex, read) -> None:
    clock = read(
        west_essex,
        "first_contact",
        "2026-03-28T23:59",
        kind="concern",
        grade="on_the_spot",
    )
    assert clock.due == datetime(2026, 3, 30, 0, 59, tzinfo=LONDON)


@pytest.mark.requirement("T-03")
def test_receipt_late_at_night_counts_as_that_date_in_london(hwe, read) -> None:
    summer_night = read(hwe, "acknowledgement", "2026-06-01T23:30:00+00:00", as_of="2026-06-02")
    assert summer_night.due == D("2026-06-05")  # 00:30 on 2 June in London
    change = read(hwe, "acknowledgement", "2026-10-24T23:59")
    assert change.due == D("2026-10-28")


def test_no_first_contact_is_asked_where_the_policy_names_none(
    hwe, west_essex, millbrook, read
) -> None:
    assert read(hwe, "first_contact", "2026-03-02").state == "not_applicable"
    assert read(west_essex, "first_contact", "2026-03-02", grade="major").state == "not_applicable"
    compliment = read(millbrook, "first_contact", "2026-03-02", kind="compliment")
    assert compliment.state == "not_applicable"


def test_a_case_withdrawn_before_its_acknowledgement_owes_none(hwe, read) -> None:
    clock = read(hwe, "acknowledgement", "2026-03-02", ("withdrawn", "2026-03-03"))
    assert clock.state == "not_applicable"
    assert "withdrawn" in clock.why[0]


@pytest.mark.requirement("T-01")
def test_a_body_may_count_the_day_of_receipt_as_day_1(hwe, read) -> None:
    stored = hwe.to_dict()
    stored["acknowledgement"]["count_from"]["in_force"] = "day_of_receipt"
    stricter = type(hwe).from_dict(stored)
    assert read(stricter, "acknowledgement", "2025-12-19").due == D("2025-12-23")


def test_the_reasons_name_each_day_that_is_left_out(hwe, read) -> None:
    why = read(hwe, "acknowledgement", "2026-04-02").why
    assert why == (
        "Day 0 is Thursday 2 April 2026, the day of receipt.",
        "Day 1 is Tuesday 7 April 2026 because it is the first working day after that.",
        "Weekends are not counted, nor are these days: Friday 3 April 2026 is Good Friday; "
        "Monday 6 April 2026 is Easter Monday.",
        "3 working days end on Thursday 9 April 2026.",
    )
