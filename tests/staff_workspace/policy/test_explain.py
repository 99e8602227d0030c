"""One line of JSON in, the clocks out; and two profiles side by side."""

from __future__ import annotations

import json
from datetime import date

import pytest

from staff_workspace.policy.compare import Difference, compare, values
from staff_workspace.policy.explain import explain, explain_line
from staff_workspace.policy.profile import load

TODAY = date(2026, 3, 25)
PUBLISHED = [
    "first_contact",
    "acknowledgement",
    "response_target",
    "statutory_response",
    "draft",
    "signoff_escalation",
    "consent_closure",
    "confirmation",
    "mp_acknowledgement",
    "mp_draft",
    "mp_chase",
    "mp_final",
    "meeting_offer",
    "meeting_agenda",
    "meeting_premeet",
    "meeting_outputs",
    "meeting_update",
    "meeting_window",
    "late_complaint",
]


def _clocks(line: dict) -> dict[str, dict]:
    return {clock["clock"]: clock for clock in explain(line, today=TODAY)["clocks"]}


def test_every_clock_is_named_for_every_case() -> None:
    clocks = _clocks({"profile": "statute", "received": "2026-03-02"})
    assert set(PUBLISHED) <= set(clocks)
    assert set(clocks["acknowledgement"]) == {"clock", "due", "state", "why"}


@pytest.mark.requirement("V-6")
def test_a_line_that_asks_for_consent_is_a_complaint_for_someone_else() -> None:
    line = {
        "profile": "millbrook",
        "received": "2026-03-02",
        "events": [["consent_requested", "2026-03-04"], ["consent_received", "2026-03-20"]],
    }
    assert _clocks(line)["response_target"]["due"] == "2026-05-18"
    line["on_behalf"] = False
    assert _clocks(line)["response_target"]["due"] == "2026-04-29"


def test_an_event_may_carry_a_second_date() -> None:
    line = {
        "profile": "hwe_icb",
        "received": "2026-03-02",
        "events": [["extension_agreed", "2026-03-05", "2026-04-10"]],
    }
    assert _clocks(line)["response_target"]["due"] == "2026-04-10"


def test_a_clock_in_hours_gives_date_and_time() -> None:
    line = {
        "profile": "west_essex_ccg",
        "received": "2026-03-06T15:00",
        "grade": "on_the_spot",
        "kind": "concern",
    }
    assert _clocks(line)["first_contact"]["due"] == "2026-03-07T15:00:00+00:00"


def test_the_state_is_read_today_or_on_the_day_of_the_last_event() -> None:
    line = {"profile": "hwe_icb", "received": "2026-03-24"}
    assert _clocks(line)["acknowledgement"]["state"] == "running"
    assert _clocks(line | {"received": "2026-03-02"})["acknowledgement"]["state"] == "breached"
    assert _clocks(line | {"received": "2026-04-02"})["acknowledgement"]["state"] == "running"
    told = line | {"received": "2026-03-02", "as_of": "2026-03-03"}
    assert _clocks(told)["acknowledgement"]["state"] == "running"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"received": "2026-03-02"}, "profile: missing"),
        ({"profile": "hwe_icb"}, "received: missing"),
        ({"profile": "hwe_icb", "received": "2026-02-30"}, "received: 2026-02-30 is not"),
        ({"profile": "nobody", "received": "2026-03-02"}, "no such profile"),
        ({"profile": "hwe_icb", "received": "2026-03-02", "colour": 1}, "unknown key: colour"),
        ({"profile": "hwe_icb", "received": "2026-03-02", "grade": "x"}, "grade: x is none of"),
        ({"profile": "hwe_icb", "received": "2026-03-02", "kind": "x"}, "kind: x is none of"),
        ({"profile": "hwe_icb", "received": "2026-03-02", "events": ["x"]}, "is not \\[name"),
        ({"profile": "hwe_icb", "received": "2026-03-02", "events": [["x", "y"]]}, "events: x"),
        ({"profile": "hwe_icb", "received": "2028-03-02"}, "bank holidays are checked"),
    ],
)
def test_a_line_that_cannot_be_read_names_what_is_wrong(line: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        explain(line, today=TODAY)
    answer = explain_line(json.dumps(line), today=TODAY, number=7)
    assert set(answer) == {"error", "line"}
    assert answer["line"] == 7


def test_a_faulty_line_does_not_stop_the_others() -> None:
    assert "error" in explain_line("[1, 2]", today=TODAY, number=1)
    assert "error" in explain_line("{", today=TODAY, number=2)
    good = '{"profile": "hwe_icb", "received": "2026-03-24"}'
    assert explain_line(good, today=TODAY, number=3)["clocks"]


def test_two_profiles_are_compared_value_by_value() -> None:
    found = {d.key: d for d in compare(load("hwe_icb"), load("millbrook"))}
    assert found["response.io_wd"] == Difference("response.io_wd", None, 15, "", "12", False, False)
    assert "acknowledgement.ack_wd" not in found
    assert found["grading.grades.extreme.target_wd"].left is None
    assert found["grading.grades.major.target_wd"].right is None
    assert compare(load("hwe_icb"), load("hwe_icb")) == ()
    assert len(values(load("hwe_icb"))) > 100
