"""Facts that do not hold together give one clear sentence, or the right date; never a guess."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from staff_workspace.policy.explain import explain, explain_line

TODAY = date(2026, 3, 25)
CASE = {"profile": "millbrook", "received": "2026-03-02"}


def _clocks(**line: Any) -> dict[str, dict[str, Any]]:
    return {clock["clock"]: clock for clock in explain(CASE | line, today=TODAY)["clocks"]}


def _error(**line: Any) -> str:
    with pytest.raises(ValueError, match=r"\w") as raised:
        explain(CASE | line, today=TODAY)
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("profile", 5),
        ("profile", ["millbrook"]),
        ("received", 20260302),
        ("received", "20260302"),
        ("received", "2026-W10-1"),
        ("received", "2 March 2026"),
        ("received", "2026-03-02T15"),
        ("received", "2026-03-02T25:00"),
        ("received", "2026-03-02T15:00+25:00"),
        ("received", "2026-02-29"),
        ("received", "0001-01-01T00:00+01:00"),
        ("received", "٢٠٢٦-٠٣-٠٢"),
        ("as_of", ""),
        ("as_of", 5),
        ("grade", ""),
        ("grade", ["low"]),
        ("grade", "catastrophic"),
        ("kind", ""),
        ("kind", {}),
        ("channel", "pigeon"),
        ("channel", 1),
        ("on_behalf", "no"),
        ("anonymous", 0),
        ("also_kinds", "complaint"),
        ("also_kinds", ["pigeon"]),
        ("elected_as", "king"),
        ("events", {}),
        ("events", "signed"),
        ("events", [["signed"]]),
        ("events", [["signed", "2026-03-05", "2026-03-06", "2026-03-07"]]),
        ("events", [[5, "2026-03-05"]]),
        ("events", [["resumed", "2026-03-05"]]),
    ],
)
def test_a_value_of_the_wrong_kind_names_its_key(key: str, value: Any) -> None:
    assert _error(**{key: value}).startswith(f"{key}: ")


def test_a_date_of_an_event_that_cannot_be_read_names_the_event() -> None:
    assert _error(events=[["signed", "soon"]]).startswith("signed: soon is not an ISO date")
    agreed = [["extension_agreed", "2026-03-05", None]]
    assert _error(events=agreed).startswith("extension_agreed: None is not an ISO date")


def test_what_is_null_counts_as_left_out() -> None:
    optional = ("grade", "kind", "channel", "events", "as_of", "on_behalf", "anonymous")
    nothing = dict.fromkeys((*optional, "also_kinds", "elected_as"))
    assert _clocks(**nothing) == _clocks()
    assert _error(received=None) == "received: missing"


def test_a_body_without_grades_says_so() -> None:
    assert _error(profile="statute", grade="low").endswith("has no grades")


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([["acknowledged", "2026-03-01"]], "acknowledged on 2026-03-01 is before receipt"),
        ([["consent_received", "2026-03-04"]], "answered without having been asked"),
        ([["consent_refused", "2026-03-04"]], "answered without having been asked"),
        (
            [["consent_requested", "2026-03-05"], ["consent_received", "2026-03-04"]],
            "before it was asked for",
        ),
        ([["extension_agreed", "2026-03-04"]], "extension_agreed needs the new date"),
        ([["signed", "2026-03-04", "2026-03-05"]], "signed takes one date only"),
        (
            [["extension_agreed", "2026-03-04", "2026-03-03"]],
            "extension_agreed on 2026-03-04 names an earlier day, 2026-03-03",
        ),
        ([["extension_agreed", "2026-03-04", "2031-01-01"]], "days whose bank holidays are"),
    ],
)
def test_a_history_that_does_not_hold_together_is_refused(events: list, said: str) -> None:
    assert said in _error(events=events)


def test_a_day_beyond_the_checked_bank_holidays_is_refused() -> None:
    assert "the last day whose bank holidays are checked" in _error(received="2027-12-30")
    assert "2008-12-31 lies outside" in _error(received="2008-12-31")
    assert "2028-01-03 lies outside" in _error(as_of="2028-01-03")
    assert "is before the day of receipt" in _error(as_of="2026-03-01")


@pytest.mark.requirement("T-07")
def test_two_pauses_that_overlap_are_counted_once() -> None:
    asked = [["consent_requested", "2026-03-04"], ["consent_requested", "2026-03-10"]]
    answered = [["consent_received", "2026-03-16"], ["consent_received", "2026-03-20"]]
    assert _clocks(events=asked + answered)["response_target"]["due"] == "2026-05-18"


def test_an_agreement_to_the_same_day_is_no_contradiction() -> None:
    same = [["response_agreed", "2026-03-04", "2026-03-04"]]
    assert _clocks(events=same, as_of="2026-03-04")["response_target"]["due"] == "2026-03-04"


@pytest.mark.requirement("T-03")
@pytest.mark.parametrize(
    ("received", "day"),
    [
        ("2026-03-28T23:59", "2026-03-28"),
        ("2026-03-28T23:59Z", "2026-03-28"),
        ("2026-03-28T23:59+00:00", "2026-03-28"),
        ("2026-03-28T23:59+01:00", "2026-03-28"),
        ("2026-03-29T23:59", "2026-03-29"),
        ("2026-03-29T23:59Z", "2026-03-30"),
        ("2026-03-29T23:59+00:00", "2026-03-30"),
        ("2026-03-29T23:59+01:00", "2026-03-29"),
        ("2026-10-24T23:59", "2026-10-24"),
        ("2026-10-24T23:59Z", "2026-10-25"),
        ("2026-10-24T23:59+01:00", "2026-10-24"),
        ("2026-10-25T23:59", "2026-10-25"),
        ("2026-10-25T23:59Z", "2026-10-25"),
        ("2026-10-25T23:59+01:00", "2026-10-25"),
        ("2026-10-25T23:59:59.999999-00:30", "2026-10-26"),
    ],
)
def test_the_day_of_receipt_is_londons_on_the_nights_the_clocks_change(
    received: str, day: str
) -> None:
    by_moment = _clocks(received=received, as_of="2026-10-26")
    by_day = _clocks(received=day, as_of="2026-10-26")
    assert by_moment == by_day


def test_an_hour_that_does_not_exist_is_refused() -> None:
    assert "does not exist: the clocks go forward" in _error(received="2026-03-29T01:30")
    assert _clocks(received="2026-03-29T01:30Z")
    assert _clocks(received="2026-10-25T01:30", as_of="2026-10-25")


@pytest.mark.requirement("T-05", "V-11")
def test_the_29_february_is_a_day_like_any_other() -> None:
    leap = _clocks(received="2024-02-29", as_of="2024-03-01", events=[["occurred", "2024-02-29"]])
    assert leap["acknowledgement"]["due"] == "2024-03-05"
    assert leap["statutory_response"]["due"] == "2024-08-28"
    assert leap["late_complaint"]["due"] == "2025-02-28"


def test_the_last_moment_of_the_history_is_the_one_at_which_it_is_read() -> None:
    grade = {"profile": "west_essex_ccg", "grade": "on_the_spot", "kind": "concern"}
    events = [["summary_sent", "2026-03-26T16:00"], ["signed", "2026-03-26T09:00"]]
    late = _clocks(received="2026-03-25T15:00", events=events, **grade)
    assert late["first_contact"]["state"] == "breached"


def test_millbrook_has_no_clocks_for_members_of_parliament() -> None:
    found = _clocks(kind="mp_enquiry")
    clocks = ("mp_acknowledgement", "mp_draft", "mp_chase", "mp_final", "statutory_response")
    assert {found[clock]["state"] for clock in clocks} == {"not_applicable"}


def test_a_concern_has_no_legal_limit_and_a_complaint_has() -> None:
    assert _clocks(kind="concern")["statutory_response"]["state"] == "not_applicable"
    assert _clocks(kind="concern")["response_target"]["due"] == "2026-04-29"
    assert _clocks(kind="complaint")["statutory_response"]["due"] == "2026-09-01"
    assert _clocks(kind="concern", profile="hwe_icb")["acknowledgement"]["due"] == "2026-03-05"
    for kind in ("compliment", "comment", "letter_of_claim"):
        states = {clock["state"] for clock in _clocks(kind=kind).values()}
        assert states <= {"not_applicable", "not_started"}


def test_a_line_with_everything_is_answered() -> None:
    answer = explain_line(
        '{"profile": "millbrook", "received": "2026-03-02T09:30:15+00:00", "grade": "low",'
        ' "kind": "concern", "channel": "phone", "on_behalf": true, "anonymous": false,'
        ' "also_kinds": ["complaint"], "elected_as": "mp", "as_of": "2026-03-04T10:00",'
        ' "events": [["acknowledged", "2026-03-03"]]}',
        today=TODAY,
        number=1,
    )
    assert "error" not in answer


def test_an_hour_before_receipt_is_refused_on_the_same_day() -> None:
    morning = [["acknowledged", "2026-03-02T09:00"]]
    said = _error(received="2026-03-02T15:00", events=morning)
    assert said == "acknowledged: 2026-03-02T09:00:00 is before receipt at 2026-03-02T15:00"
    assert "as_of" in _error(received="2026-03-02T15:00", as_of="2026-03-02T14:59")
    at_once = [["acknowledged", "2026-03-02T15:00"], ["occurred", "2026-03-02T08:00"]]
    assert _clocks(received="2026-03-02T15:00", events=at_once)["acknowledgement"]["state"] == "met"
    day_alone = [["acknowledged", "2026-03-02"]]
    assert _clocks(received="2026-03-02T15:00", events=day_alone)
    assert _clocks(received="2026-03-02", events=morning)
