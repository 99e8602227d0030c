"""Milestones of a local resolution meeting, lateness, and the ombudsman's requests."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, Event, read_clocks

D = date.fromisoformat
MEETING = ("meeting", "2026-05-21")


@pytest.mark.requirement("V-10", "LR-1", "PP-26", "PP-27", "T-21")
@pytest.mark.parametrize(
    ("clock", "due"),
    [
        ("meeting_offer", "2026-04-30"),
        ("meeting_agenda", "2026-05-07"),
        ("meeting_premeet", "2026-05-14"),
        ("meeting_outputs", "2026-06-04"),
        ("meeting_update", "2026-07-16"),
    ],
)
def test_hwe_counts_its_milestones_from_the_day_of_the_meeting(
    hwe, read, clock: str, due: str
) -> None:
    shown = read(hwe, clock, "2026-01-05", MEETING, as_of="2026-04-20")
    assert (shown.due, shown.state) == (D(due), "running")


@pytest.mark.requirement("V-10")
def test_the_update_is_due_between_six_and_eight_weeks_after_the_meeting(hwe, read) -> None:
    why = read(hwe, "meeting_update", "2026-01-05", MEETING).why
    assert why[-1].startswith("From Thursday 2 July 2026 at the latest")
    assert not hwe.meetings.lrm_update_weeks.verified


@pytest.mark.requirement("V-10", "V-12")
def test_a_recomputation_of_many_cases_writes_no_sentences_for_a_meeting(hwe) -> None:
    events = (
        Event("final_response_sent", D("2026-04-01")),
        Event("meeting", D("2026-05-21")),
        Event("ombudsman_requested", D("2026-06-01"), D("2026-06-15")),
    )
    facts = CaseFacts("complaint", D("2026-01-05"), "email", events=events)
    long = read_clocks(hwe, facts, as_of=D("2026-06-20"))
    short = read_clocks(hwe, facts, as_of=D("2026-06-20"), explain=False)
    forward = {"meeting_outputs", "meeting_update", "meeting_window", "ombudsman_request"}
    counted = {"meeting_offer", "meeting_agenda", "meeting_premeet"} | forward
    for told, bare in zip(long, short, strict=True):
        if told.clock in counted:
            assert told.why
            assert bare == told._replace(why=())


@pytest.mark.requirement("V-12", "LR-1", "T-21")
def test_a_meeting_is_held_within_six_months_of_the_latest_response(hwe, read) -> None:
    sent = ("final_response_sent", "2025-08-31")
    assert read(hwe, "meeting_window", "2025-03-03", sent).due == D("2026-02-28")
    again = ("final_response_sent", "2025-10-15")
    assert read(hwe, "meeting_window", "2025-03-03", sent, again).due == D("2026-04-15")
    planned = read(
        hwe, "meeting_window", "2025-03-03", sent, ("meeting", "2025-12-01"), as_of="2025-11-01"
    )
    assert planned.state == "running"
    held = read(hwe, "meeting_window", "2025-03-03", sent, ("meeting", "2025-12-01"))
    assert held.state == "met"
    before = read(hwe, "meeting_window", "2025-03-03", ("meeting", "2025-06-02"), sent)
    assert before.state == "running"


@pytest.mark.requirement("LR-1")
def test_milestones_are_met_by_what_was_done(hwe, read) -> None:
    done = [
        ("meeting_offer", "meeting_offered", "2026-04-29"),
        ("meeting_agenda", "agenda_received", "2026-05-07"),
        ("meeting_premeet", "premeet", "2026-05-14"),
        ("meeting_outputs", "meeting_outputs_sent", "2026-06-04"),
        ("meeting_update", "meeting_update_sent", "2026-07-01"),
    ]
    for clock, event, day in done:
        assert read(hwe, clock, "2026-01-05", MEETING, (event, day)).state == "met"


def test_without_a_meeting_its_milestones_wait(hwe, read) -> None:
    for clock in ("meeting_offer", "meeting_outputs", "meeting_update", "meeting_window"):
        assert read(hwe, clock, "2026-01-05").state == "not_started"


@pytest.mark.requirement("LR-3", "PP-26", "PP-27")
def test_millbrook_sets_no_milestones_for_meetings(millbrook, read) -> None:
    for clock in ("meeting_offer", "meeting_outputs", "meeting_update", "meeting_window"):
        assert read(millbrook, clock, "2026-01-05", MEETING).state == "not_applicable"


@pytest.mark.requirement("V-11", "OT-1", "PP-13")
def test_a_complaint_is_in_time_for_twelve_months_from_the_later_of_event_and_knowledge(
    hwe, read
) -> None:
    occurred = ("occurred", "2025-06-10")
    last_day = read(hwe, "late_complaint", "2026-06-10", occurred)
    assert (last_day.due, last_day.state) == (D("2026-06-10"), "met")
    assert read(hwe, "late_complaint", "2026-06-11", occurred).state == "breached"
    known = ("known", "2025-09-01")
    assert read(hwe, "late_complaint", "2026-06-11", occurred, known).due == D("2026-09-01")
    leap = read(hwe, "late_complaint", "2025-01-06", ("occurred", "2024-02-29"))
    assert leap.due == D("2025-02-28")


def test_the_time_limit_needs_a_date_and_a_complaint(hwe, read) -> None:
    assert read(hwe, "late_complaint", "2026-06-11").state == "not_started"
    assert read(hwe, "late_complaint", "2026-06-11", kind="concern").state == "not_applicable"


@pytest.mark.requirement("OM-2")
def test_the_oldest_open_request_of_the_ombudsman_counts(hwe, read) -> None:
    first = ("ombudsman_requested", "2026-06-01", "2026-06-15")
    second = ("ombudsman_requested", "2026-06-10", "2026-06-30")
    clock = "ombudsman_request"
    assert read(hwe, clock, "2026-01-05").state == "not_applicable"
    assert read(hwe, clock, "2026-01-05", first, second).due == D("2026-06-15")
    answered = ("ombudsman_answered", "2026-06-12")
    assert read(hwe, clock, "2026-01-05", first, second, answered).due == D("2026-06-30")
    both = read(hwe, clock, "2026-01-05", first, second, answered, answered)
    assert both.state == "met"
