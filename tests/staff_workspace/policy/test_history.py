"""A history that does not hold together is an error, never a guess."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from staff_workspace.policy.clocks import CaseFacts, Event, EventError, read_clocks
from staff_workspace.policy.history import History


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([("acknowledged", "2026-03-01")], "acknowledged on 2026-03-01 is before receipt"),
        ([("consent_received", "2026-03-05")], "answered without having been asked"),
        (
            [("consent_requested", "2026-03-05"), ("consent_received", "2026-03-04")],
            "before it was asked for",
        ),
        ([("telepathy", "2026-03-05")], "not an event that the clocks know"),
        ([("extension_agreed", "2026-03-05")], "needs the new date"),
        ([("acknowledged", "2026-03-05", "2026-03-06")], "takes one date only"),
    ],
)
def test_a_broken_history_is_named(hwe, read, events, message: str) -> None:
    with pytest.raises(EventError, match=message):
        read(hwe, "response_target", "2026-03-02", *events, grade="major")


def test_the_matter_itself_may_lie_before_receipt(hwe, read) -> None:
    clock = read(hwe, "acknowledgement", "2026-03-02", ("occurred", "2025-12-01"))
    assert clock.state == "running"


def test_what_happens_later_is_not_known_yet(hwe, read) -> None:
    clock = read(
        hwe, "acknowledgement", "2026-03-02", ("acknowledged", "2026-03-04"), as_of="2026-03-03"
    )
    assert clock.state == "running"


def test_a_case_cannot_be_read_before_it_came_in(hwe) -> None:
    facts = CaseFacts("complaint", date(2026, 3, 2), "email")
    with pytest.raises(EventError, match="before the day of receipt"):
        read_clocks(hwe, facts, as_of=date(2026, 3, 1))


@pytest.mark.requirement("T-03")
def test_moments_stay_in_order_on_the_night_the_clocks_go_back() -> None:
    before = datetime(2026, 10, 25, 1, 40, tzinfo=timezone(timedelta(hours=1)))
    after = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # half an hour later, by the same clock
    events = (Event("first_contact", after), Event("first_contact", before))
    facts = CaseFacts("concern", date(2026, 10, 24), "phone", events=events)
    assert History(facts, date(2026, 10, 26)).moment("first_contact") == before


def test_every_request_for_consent_without_an_answer_stays_open() -> None:
    days = date(2026, 3, 4), date(2026, 3, 6)
    events = tuple(Event("consent_requested", day) for day in days)
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", events=events)
    waits = History(facts, date(2026, 3, 9)).consent_waits()
    assert [(wait.asked, wait.answered, wait.granted) for wait in waits] == [
        (day, None, False) for day in days
    ]


def test_an_event_without_a_time_comes_first_on_its_day() -> None:
    timed = datetime(2026, 3, 4, 0, 30)
    events = (Event("signed", timed), Event("signed", date(2026, 3, 4)))
    facts = CaseFacts("complaint", date(2026, 3, 2), "email", events=events)
    assert History(facts, date(2026, 3, 5)).moment("signed") == date(2026, 3, 4)
