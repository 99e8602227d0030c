"""What has to be right before a local resolution meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from staff_workspace.policy.meetings import (
    TASKS,
    MeetingPlan,
    may_be_offered,
    objections,
    open_tasks,
)

PLAN = MeetingPlan(length=timedelta(hours=2), senior_chair=True)


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
def test_hwe_alone_asks_for_a_senior_chair(hwe, west_essex, millbrook) -> None:
    without = replace(PLAN, senior_chair=False)
    assert objections(hwe, without) == ("Find a senior person to chair.",)
    assert objections(west_essex, without) == objections(millbrook, without) == ()


@pytest.mark.requirement("LR-1", "T-21")
def test_a_meeting_may_be_offered_at_any_point_although_hwe_says_two_things(
    hwe, west_essex, millbrook
) -> None:
    for body in (hwe, west_essex, millbrook):
        assert may_be_offered(body, revised_reply_sent=False)
    assert not hwe.meetings.lrm_offered.verified
    stored = hwe.to_dict()
    stored["meetings"]["lrm_offered"]["in_force"] = "after_revised_reply"
    narrow = type(hwe).from_dict(stored)
    assert not may_be_offered(narrow, revised_reply_sent=False)
    assert may_be_offered(narrow, revised_reply_sent=True)


@pytest.mark.requirement("LR-2")
def test_at_hwe_team_chair_and_directorate_have_their_tasks(hwe) -> None:
    tasks = hwe.meetings.lrm_tasks
    assert [len(tasks[who].in_force) for who in ("team", "chair", "directorate")] == [11, 7, 5]
    done = [task for task in tasks["team"].in_force if task != "recording_consent"]
    assert open_tasks(hwe, "team", done) == ("Send the form of consent to the recording",)
    assert "Stay neutral" in open_tasks(hwe, "chair", [])
    assert "Share what was learned" in open_tasks(hwe, "directorate", [])


@pytest.mark.requirement("LR-2", "LR-3")
def test_friend_mediator_and_minutes_are_part_of_a_meeting_elsewhere(west_essex, millbrook) -> None:
    there = open_tasks(west_essex, "team", [])
    assert "Think of a mediator or lay conciliator" in there
    assert "Say that a friend or advocate is welcome" in there
    at_millbrook = open_tasks(millbrook, "team", [])
    assert "Send minutes to all, who may amend them" in at_millbrook
    assert "Invite questions beforehand" in at_millbrook
    assert "Keep the circle small" in at_millbrook
    assert "Tell everybody who attends, and why" in at_millbrook
    assert open_tasks(millbrook, "chair", []) == ()


def test_every_task_that_a_profile_names_is_in_words(hwe, west_essex, millbrook) -> None:
    named = {
        task
        for body in (hwe, west_essex, millbrook)
        for tasks in body.meetings.lrm_tasks.values()
        for task in tasks.in_force
    }
    assert named == set(TASKS)


@pytest.mark.requirement("LR-3", "PP-28")
def test_a_length_of_more_hours_is_said_in_the_plural(hwe) -> None:
    stored = hwe.to_dict()
    stored["meetings"]["lrm_min_hours"] = {"in_force": 2, "source": "a later version"}
    longer = type(hwe).from_dict(stored)
    assert objections(longer, replace(PLAN, length=timedelta(hours=1))) == (
        "Plan at least 2 hours.",
    )
