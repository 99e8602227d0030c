"""What has to be right before a local resolution meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from staff_workspace.policy.meetings import MeetingPlan, objections

PLAN = MeetingPlan(length=timedelta(hours=2))


@pytest.mark.requirement("LR-3", "PP-28")
def test_millbrook_meets_for_an_hour_at_least_and_breaks_after_three(millbrook, hwe) -> None:
    short, long = timedelta(minutes=59), timedelta(hours=3, minutes=1)
    assert objections(millbrook, replace(PLAN, length=short)) == ("Plan at least 1 hour.",)
    assert objections(millbrook, replace(PLAN, length=long)) == (
        "Plan a break: the meeting is longer than 3 hours.",
    )
    assert objections(millbrook, replace(PLAN, length=long, break_planned=True)) == ()
    assert objections(hwe, replace(PLAN, length=short)) == ()


@pytest.mark.requirement("LR-3")
def test_a_meeting_at_home_needs_a_risk_assessment_at_millbrook(millbrook, hwe) -> None:
    home = replace(PLAN, at_home=True)
    assert objections(millbrook, home) == ("Assess the risk before meeting at home.",)
    assert objections(millbrook, replace(home, risk_assessed=True)) == ()
    assert objections(hwe, home) == ()


@pytest.mark.requirement("LR-2", "LR-3")
def test_a_meeting_is_recorded_only_when_everybody_agrees(hwe, millbrook) -> None:
    for body in (hwe, millbrook):
        assert len(objections(body, replace(PLAN, recorded=True))) == 1
        agreed = replace(PLAN, recorded=True, all_agree_to_recording=True)
        assert objections(body, agreed) == ()


@pytest.mark.requirement("LR-2")
def test_a_friend_may_come_and_a_legal_representative_may_not(hwe, west_essex, millbrook) -> None:
    lawyer = replace(PLAN, legal_representative=True)
    assert [len(objections(p, lawyer)) for p in (hwe, west_essex, millbrook)] == [1, 1, 0]


@pytest.mark.requirement("LR-3")
def test_the_member_of_staff_concerned_is_normally_absent(millbrook, hwe) -> None:
    present = replace(PLAN, subject_attends=True)
    assert len(objections(millbrook, present)) == 1
    assert objections(millbrook, replace(present, person_agrees_to_subject=True)) == ()
    assert objections(hwe, present) == ()


@pytest.mark.requirement("LR-2")
def test_a_meeting_has_a_senior_chair_and_a_length_in_hours(hwe) -> None:
    assert objections(hwe, replace(PLAN, has_chair=False)) == ("Find a senior person to chair.",)
    stored = hwe.to_dict()
    stored["meetings"]["lrm_min_hours"] = {"in_force": 2, "source": "a later version"}
    longer = type(hwe).from_dict(stored)
    assert objections(longer, replace(PLAN, length=timedelta(hours=1))) == (
        "Plan at least 2 hours.",
    )
