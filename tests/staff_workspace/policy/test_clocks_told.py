"""A date beyond the checked calendar hides no other date of the case."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, read_clocks
from staff_workspace.policy.clocks_told import told_clocks
from staff_workspace.policy.profile import Profile


def complaint(received: date) -> CaseFacts:
    """A complaint of a patient, in writing."""
    return CaseFacts(kind="complaint", received=received, channel="letter", grade=None, events=())


@pytest.mark.requirement("T-42")
def test_only_what_needs_unchecked_bank_holidays_is_left_out(hwe: Profile) -> None:
    received = date(2027, 12, 30)
    told = told_clocks(hwe, complaint(received), as_of=received)
    assert told.untold == ("acknowledgement",)
    assert told.by_name()["statutory_response"].due == date(2028, 6, 29)


def test_within_the_calendar_every_clock_is_told(hwe: Profile) -> None:
    facts, today = complaint(date(2026, 11, 19)), date(2026, 11, 24)
    told = told_clocks(hwe, facts, as_of=today)
    assert told.readings == read_clocks(hwe, facts, as_of=today)
    assert told.untold == ()
