"""What a clock starts from, whom it is for, and what its sentences say of it."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.grading import UnknownGrade, level_for_score
from staff_workspace.policy.profile import Profile

D = date.fromisoformat
ASKED, CAME = ("consent_requested", "2026-03-04"), ("consent_received", "2026-03-20")
MP = {"kind": "mp_enquiry"}


def _with(profile: Profile, section: str, **values: object) -> Profile:
    stored = profile.to_dict()
    for name, value in values.items():
        stored[section][name] = {"in_force": value, "source": "a later version"}
    return Profile.from_dict(stored)


@pytest.mark.requirement("CT-6", "T-07")
def test_a_request_on_the_last_day_of_the_target_saves_nothing(millbrook, read) -> None:
    def due(asked: str) -> date | None:
        events = ("consent_requested", asked), ("consent_received", "2026-05-05")
        return read(millbrook, "response_target", "2026-03-02", *events, on_behalf=True).due

    assert due("2026-04-29") == D("2026-04-29")
    assert due("2026-04-28") == D("2026-05-06")


@pytest.mark.requirement("CT-6")
def test_the_pause_is_told_after_the_plain_count(millbrook, read) -> None:
    why = read(millbrook, "response_target", "2026-03-02", ASKED, CAME, on_behalf=True).why
    assert [sentence.partition(" ")[0] for sentence in why] == [
        "Day",
        "Day",
        "Weekends",
        "40",
        "Paused",
        "Weekends",
        "With",
    ]


@pytest.mark.requirement("CT-4")
def test_an_agreement_is_enough_where_the_policy_names_no_target(millbrook, read) -> None:
    without = _with(millbrook, "response", target_max_wd=None)
    agreed = ("response_agreed", "2026-03-05", "2026-04-15")
    target = read(without, "response_target", "2026-03-02", ASKED, CAME, agreed, on_behalf=True)
    assert target.due == D("2026-04-15")
    assert read(without, "response_target", "2026-03-02").state == "not_started"


@pytest.mark.requirement("CT-4")
def test_a_grade_without_a_time_falls_back_on_the_bodys_maximum(millbrook, read) -> None:
    stored = millbrook.to_dict()
    stored["grading"]["grades"][0]["target_wd"] = {"silent": True}
    profile = Profile.from_dict(stored)
    assert read(profile, "response_target", "2026-03-02", grade="low").due == D("2026-04-29")


@pytest.mark.requirement("CT-5")
def test_the_target_starts_when_the_last_consent_is_in(hwe, read) -> None:
    more = ("consent_requested", "2026-03-23")
    waiting = read(hwe, "response_target", "2026-03-02", ASKED, CAME, more, grade="minor")
    assert "Monday 23 March 2026 and is not in yet" in waiting.why[0]
    both = (ASKED, CAME, more, ("consent_received", "2026-03-30"))
    started = read(hwe, "response_target", "2026-03-02", *both, grade="minor")
    assert started.start == D("2026-03-30")
    assert started.why[0] == "Day 0 is Monday 30 March 2026, the day on which consent came in."
    plain = read(hwe, "response_target", "2026-03-02", grade="minor")
    assert plain.why[0] == "Day 0 is Monday 2 March 2026, the day of receipt."


@pytest.mark.requirement("CL-2")
def test_an_acknowledgement_that_was_sent_stays_met_when_the_case_ends(hwe, read) -> None:
    sent, gone = ("acknowledged", "2026-03-04"), ("withdrawn", "2026-03-10")
    assert read(hwe, "acknowledgement", "2026-03-02", sent, gone).state == "met"
    in_time = read(hwe, "acknowledgement", "2026-03-02", ("withdrawn", "2026-03-05"))
    assert in_time.state == "not_applicable"


@pytest.mark.requirement("CT-2", "T-02")
def test_a_closed_office_delays_the_acknowledgement_of_a_concern_alone(hwe, read) -> None:
    stored = hwe.to_dict()
    stored["calendar"]["closures"] = [{"day": "2026-03-03", "reason": "stock-taking"}]
    closed = Profile.from_dict(stored)
    assert read(closed, "acknowledgement", "2026-03-02").due == D("2026-03-05")
    assert read(closed, "acknowledgement", "2026-03-02", kind="concern").due == D("2026-03-06")


@pytest.mark.requirement("CT-2")
def test_the_law_has_a_complaint_acknowledged_whatever_the_policy_lists(hwe, read) -> None:
    only_concerns = _with(hwe, "acknowledgement", ack_kinds=["concern"])
    assert read(only_concerns, "acknowledgement", "2026-03-02").due == D("2026-03-05")


@pytest.mark.requirement("CC-1")
def test_a_summary_is_confirmed_by_whoever_complains_or_is_concerned(hwe, read) -> None:
    sent = ("summary_sent", "2026-03-03")
    concern = read(hwe, "confirmation", "2026-03-02", sent, kind="concern")
    assert concern.state == "running"
    assert concern.why[-2] == "10 working days end on Tuesday 17 March 2026."
    for facts in ({"kind": "compliment"}, {"anonymous": True}):
        assert read(hwe, "confirmation", "2026-03-02", sent, **facts).state == "not_applicable"


@pytest.mark.requirement("CT-3")
def test_the_draft_counts_from_receipt_unless_consent_came_later(millbrook, read) -> None:
    same = ("consent_requested", "2026-03-02"), ("consent_received", "2026-03-02")
    draft = read(millbrook, "draft", "2026-03-02", *same, on_behalf=True)
    assert draft.why[0] == "Day 0 is Monday 2 March 2026, the day of receipt."
    sent = ("final_response_sent", "2026-03-10")
    assert read(millbrook, "draft", "2026-03-02", sent).state == "met"
    gone = read(millbrook, "draft", "2026-03-02", ("withdrawn", "2026-03-10"))
    assert gone.why == ("The case was withdrawn on Tuesday 10 March 2026.",)


@pytest.mark.requirement("PP-25")
def test_the_clocks_of_an_mps_enquiry_stop_with_what_was_done(hwe, read) -> None:
    done = ("acknowledged", "2026-03-19"), ("final_response_sent", "2026-04-22")
    assert read(hwe, "mp_acknowledgement", "2026-03-16", *done, **MP).state == "met"
    assert read(hwe, "mp_final", "2026-03-16", *done, **MP).state == "met"


@pytest.mark.requirement("PP-25", "CL-3")
def test_an_agreement_moves_the_reply_to_an_mp_and_nothing_before_it(hwe, read) -> None:
    agreed = ("response_agreed", "2026-03-17", "2026-05-29")
    found = {
        clock: read(hwe, clock, "2026-03-16", agreed, **MP).due
        for clock in ("mp_acknowledgement", "mp_draft", "mp_final")
    }
    assert list(found.values()) == [D("2026-03-19"), D("2026-04-08"), D("2026-05-29")]


@pytest.mark.requirement("PP-25")
def test_a_clock_that_does_not_apply_says_why(hwe, millbrook, read) -> None:
    def why(profile: Profile, clock: str, *events: tuple[str, ...], **facts: object) -> str:
        (sentence,) = read(profile, clock, "2026-03-02", *events, **facts).why
        return sentence

    for clock in ("mp_acknowledgement", "mp_draft", "mp_chase", "mp_final"):
        assert why(hwe, clock) == "This clock is for enquiries by elected people."
    gone = ("withdrawn", "2026-03-10")
    assert why(hwe, "mp_final", gone, **MP) == "The case was withdrawn on Tuesday 10 March 2026."
    no_reminder = _with(hwe, "elected_officials", mp_chase_wd=None)
    assert why(no_reminder, "mp_chase", **MP) == "The policy sends no reminder for a late draft."
    no_time = _with(hwe, "elected_officials", mp_draft_wd=None)
    assert why(no_time, "mp_draft", **MP) == "The policy sets no time for this."
    assert why(no_time, "mp_chase", **MP) == "The policy sends no reminder for a late draft."
    assert why(hwe, "statutory_response", kind="concern") == "This clock is for complaints."
    assert why(hwe, "response_target", kind="comment") == (
        "This clock is for complaints and concerns."
    )


@pytest.mark.requirement("LR-1")
def test_a_milestone_of_a_meeting_names_both_days(hwe, read) -> None:
    meeting = ("meeting", "2026-05-21")
    assert read(hwe, "meeting_offer", "2026-01-05", meeting).why == (
        "21 calendar days before Thursday 21 May 2026, the day of the meeting, "
        "is Thursday 30 April 2026.",
    )
    assert read(hwe, "meeting_outputs", "2026-01-05", meeting).why == (
        "14 calendar days after Thursday 21 May 2026, the day of the meeting, "
        "end on Thursday 4 June 2026.",
    )
    quick = _with(hwe, "meetings", lrm_after_cd=1)
    assert (
        read(quick, "meeting_outputs", "2026-01-05", meeting)
        .why[0]
        .endswith("the day of the meeting, ends on Friday 22 May 2026.")
    )


@pytest.mark.requirement("T-15")
def test_a_score_of_nothing_leads_nowhere_even_where_a_band_begins_at_0(millbrook) -> None:
    stored = millbrook.to_dict()
    stored["grading"]["score_bands"]["in_force"][0]["lowest"] = 0
    with pytest.raises(UnknownGrade, match="a score of 0"):
        level_for_score(Profile.from_dict(stored), 0)
