"""The steps of a meeting that each body follows, and their order."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.meeting_steps import against_step, steps_of

MEETING = date(2026, 5, 11)


@pytest.mark.requirement("LR-1", "LR-3")
def test_hwe_follows_a_chart_and_the_others_hold_the_meeting(hwe, west_essex, millbrook) -> None:
    assert [step.key for step in steps_of(hwe)] == [
        "offered",
        "agenda",
        "premeet",
        "held",
        "outputs",
        "update",
        "cancelled",
    ]
    for body in (west_essex, millbrook):
        assert [step.key for step in steps_of(body)] == ["held", "cancelled"]


@pytest.mark.requirement("LR-1")
@pytest.mark.parametrize(
    ("key", "meeting", "on", "words"),
    [
        ("offered", None, date(2026, 4, 1), ""),
        ("agenda", MEETING, date(2026, 4, 27), ""),
        ("premeet", MEETING, date(2026, 5, 4), ""),
        ("held", None, MEETING, "No meeting is fixed"),
        ("held", MEETING, MEETING, ""),
        ("held", MEETING, date(2026, 5, 10), "after that day"),
        ("outputs", MEETING, date(2026, 5, 10), "after that day"),
        ("cancelled", MEETING, date(2026, 5, 1), ""),
        ("cancelled", MEETING, date(2026, 5, 12), "The meeting was on Monday 11 May 2026"),
    ],
)
def test_steps_are_recorded_in_their_order(
    hwe, key: str, meeting: date | None, on: date, words: str
) -> None:
    step = next(step for step in steps_of(hwe) if step.key == key)
    against = against_step(step, meeting=meeting, on=on)
    assert words in against
    assert bool(words) == bool(against)
