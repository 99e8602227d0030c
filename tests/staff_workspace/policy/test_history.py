"""A history that does not hold together is an error, never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, EventError, read_clocks


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
