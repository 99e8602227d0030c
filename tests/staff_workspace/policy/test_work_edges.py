"""The edges of the clocks of the daily work: done on the very day, asked twice, one step too late."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.profile import Profile

D = date.fromisoformat
MP = {"kind": "mp_enquiry"}


def _with(profile: Profile, section: str, **values: object) -> Profile:
    stored = profile.to_dict()
    for name, value in values.items():
        stored[section][name] = {"in_force": value, "source": "a later version"}
    return Profile.from_dict(stored)


@pytest.mark.requirement("PP-2", "PP-38")
def test_an_acknowledgement_is_a_first_contact_as_well(west_essex, millbrook, read) -> None:
    spot = {"grade": "on_the_spot", "kind": "concern"}
    done = ("acknowledged", "2026-03-07T10:00")
    assert read(west_essex, "first_contact", "2026-03-06T15:00", done, **spot).state == "met"
    assert read(millbrook, "first_contact", "2026-03-02", ("acknowledged", "2026-03-03")).state == (
        "met"
    )


@pytest.mark.requirement("PP-38")
def test_social_media_have_a_first_contact_of_their_own(millbrook, hwe, read) -> None:
    later = _with(millbrook, "first_contact", social_contact_wd=2)
    assert read(later, "first_contact", "2026-03-02").due == D("2026-03-03")
    social = read(later, "first_contact", "2026-03-02", channel="social_media")
    assert social.due == D("2026-03-04")
    without = _with(millbrook, "first_contact", social_contact_wd=None)
    assert read(without, "first_contact", "2026-03-02", channel="social_media").due == (
        D("2026-03-03")
    )
    assert read(millbrook, "first_contact", "2026-03-02", kind="concern").due == D("2026-03-03")


@pytest.mark.requirement("PP-2")
def test_hours_that_name_no_grades_are_for_every_case(west_essex, read) -> None:
    every = _with(west_essex, "first_contact", first_contact_grades=None)
    assert read(every, "first_contact", "2026-03-06", grade="major").due == D("2026-03-07")
    assert read(every, "first_contact", "2026-03-06").due == D("2026-03-07")


@pytest.mark.requirement("CC-1", "PP-12")
def test_only_the_last_attempt_at_confirmation_is_called_the_last(hwe, read) -> None:
    sent = [("summary_sent", f"2026-03-0{day}") for day in (3, 4, 5)]
    second = read(hwe, "confirmation", "2026-03-02", *sent[:2])
    assert second.why[0] == "This is attempt 2 of 3."
    assert second.why[-1] == "Without an answer by then it is asked again."
    third = read(hwe, "confirmation", "2026-03-02", *sent)
    assert third.why[0] == "This is attempt 3 of 3."
    assert third.why[-1].startswith("Without an answer by then no further action is taken")


@pytest.mark.requirement("PP-25", "T-33")
def test_a_draft_on_its_last_day_needs_no_reminder(hwe, read) -> None:
    on_time = ("drafted", "2026-04-08")
    assert read(hwe, "mp_chase", "2026-03-16", on_time, **MP).state == "not_applicable"
    late = ("drafted", "2026-04-09")
    chase = read(hwe, "mp_chase", "2026-03-16", late, **MP)
    assert (chase.state, chase.start) == ("met", D("2026-04-08"))
    assert chase.why[-1] == "That leaves 8 working days to the final reply."
    assert chase.why[0] == "Day 0 is Wednesday 8 April 2026, the day on which the draft is due."
    sent = ("final_response_sent", "2026-04-07")
    assert read(hwe, "mp_draft", "2026-03-16", sent, **MP).state == "met"


@pytest.mark.requirement("LR-1")
def test_a_meeting_on_the_day_of_the_response_is_within_its_window(hwe, read) -> None:
    sent, held = ("final_response_sent", "2025-09-01"), ("meeting", "2025-09-01")
    assert read(hwe, "meeting_window", "2025-03-03", sent, held).state == "met"


@pytest.mark.requirement("LR-1")
def test_a_milestone_before_receipt_starts_on_its_own_day(hwe, read) -> None:
    offer = read(hwe, "meeting_offer", "2026-05-11", ("meeting", "2026-05-21"))
    assert (offer.due, offer.start, offer.total_days) == (D("2026-04-30"), D("2026-04-30"), 0)
    ahead = read(hwe, "meeting_offer", "2026-01-05", ("meeting", "2026-05-21"))
    assert (ahead.start, ahead.total_days) == (D("2026-01-05"), 115)


def test_the_oldest_open_request_of_an_ombudsman_comes_first(hwe, read) -> None:
    asked = [
        ("ombudsman_requested", "2026-03-10", "2026-03-24"),
        ("ombudsman_requested", "2026-03-12", "2026-03-31"),
    ]
    answered = [("ombudsman_answered", "2026-03-20"), ("ombudsman_answered", "2026-03-30")]
    shown = [
        read(hwe, "ombudsman_request", "2026-03-02", *asked, *answered[:n], as_of="2026-03-30")
        for n in (0, 1, 2)
    ]
    assert [(one.due, one.start, one.state) for one in shown] == [
        (D("2026-03-24"), D("2026-03-10"), "breached"),
        (D("2026-03-31"), D("2026-03-12"), "running"),
        (D("2026-03-31"), D("2026-03-12"), "met"),
    ]


def test_a_draft_signed_on_the_day_it_was_handed_in_is_signed(hwe, read) -> None:
    profile = _with(hwe, "sign_off", signoff_escalate_wd=3)
    handed = ("submitted_for_signoff", "2026-03-10")
    same = read(profile, "signoff_escalation", "2026-03-02", handed, ("signed", "2026-03-10"))
    assert (same.state, same.due) == ("met", D("2026-03-13"))
    for end in ("draft_returned", "final_response_sent"):
        ended = read(profile, "signoff_escalation", "2026-03-02", handed, (end, "2026-03-11"))
        assert ended.state == "met"
    first = ("signed", "2026-03-12"), ("final_response_sent", "2026-03-20")
    assert read(profile, "signoff_escalation", "2026-03-02", handed, *first).state == "met"
    assert same.why[-1] == "3 working days end on Friday 13 March 2026."
    again = read(
        profile,
        "signoff_escalation",
        "2026-03-02",
        ("draft_returned", "2026-03-09"),
        handed,
        as_of="2026-03-11",
    )
    assert again.state == "running"


@pytest.mark.requirement("RO-1")
def test_a_case_reopened_on_the_day_of_its_response_has_a_clock_of_its_own(hwe, read) -> None:
    sent, again = ("final_response_sent", "2026-03-10"), ("reopened", "2026-03-10")
    further = read(hwe, "reopened_response", "2026-03-02", sent, again, grade="minor")
    assert (further.state, further.due) == ("running", D("2026-03-24"))
    answered = ("final_response_sent", "2026-03-20")
    case = (sent, ("reopened", "2026-03-11"), answered)
    assert read(hwe, "reopened_response", "2026-03-02", *case, grade="minor").state == "met"
    agreed = ("response_agreed", "2026-03-11", "2026-04-15")
    moved = read(hwe, "reopened_response", "2026-03-02", *case[:2], agreed, grade="minor")
    assert moved.due == D("2026-04-15")
    assert moved.why[0].startswith("Day 0 is Wednesday 11 March 2026, the day of reopening")
    assert moved.why[-1] == (
        "On Wednesday 11 March 2026 Wednesday 15 April 2026 was agreed with the person."
    )
    at_once = (*case[:2], ("final_response_sent", "2026-03-11"))
    assert read(hwe, "reopened_response", "2026-03-02", *at_once, grade="minor").state == "met"
    before = ("response_agreed", "2026-03-10", "2026-04-15")
    kept = read(hwe, "reopened_response", "2026-03-02", *case[:2], before, grade="minor")
    assert (kept.due, kept.moved_by) == (D("2026-03-25"), ())


def test_a_case_closed_after_its_response_has_not_ended_early(hwe, read) -> None:
    sent, closed = ("final_response_sent", "2026-03-10"), ("closed", "2026-03-11")
    assert read(hwe, "statutory_response", "2026-03-02", sent, closed).state == "met"


def test_a_case_reopened_before_any_response_has_the_clocks_of_the_first(hwe, read) -> None:
    events = ("withdrawn", "2026-03-05"), ("reopened", "2026-03-06")
    sent = ("final_response_sent", "2026-03-10")
    further = read(hwe, "reopened_response", "2026-03-02", *events, sent)
    assert further.state == "not_applicable"


def test_a_case_that_was_reopened_has_not_ended(hwe, read) -> None:
    gone, back = ("withdrawn", "2026-03-10"), ("reopened", "2026-03-10")
    assert read(hwe, "statutory_response", "2026-03-02", gone).state == "not_applicable"
    assert read(hwe, "statutory_response", "2026-03-02", gone, back).state == "running"
    closed = ("closed", "2026-03-12")
    ended = read(hwe, "statutory_response", "2026-03-02", gone, back, closed)
    assert ended.why == ("The case was closed without a response on Thursday 12 March 2026.",)
