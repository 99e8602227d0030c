"""The two stages of a restriction, its letters, the warning and the prepared text for calls."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.profile import Profile
from staff_workspace.policy.restriction_steps import (
    explained_in_person,
    letter_lacks,
    may_begin_stage_2,
    may_end_call,
)
from staff_workspace.policy.warning_letter import NoWarning, Warned, paragraphs, wording_faults

SHOUTING = Warned("shouting at the front desk", date(2026, 5, 1), 6)
GOVERNANCE = frozenset({"governance"})


@pytest.mark.requirement("VP-5", "VP-6")
def test_each_body_takes_its_own_steps_first_and_second(hwe, west_essex, millbrook) -> None:
    assert hwe.restrictions.vex_stage1.in_force == (
        "explain_process",
        "limit_contacts",
        "return_illegible_post",
        "recorded_delivery",
        "advocacy",
        "single_team",
        "written_only",
        "script",
    )
    assert hwe.restrictions.vex_stage2.in_force == (
        "behaviour_agreement",
        "closure_letter",
        "single_person",
        "executive_escalation",
    )
    assert west_essex.restrictions.vex_stage1.in_force == ("warning_letter",)
    assert west_essex.restrictions.vex_stage2.in_force == ("second_letter",)
    assert millbrook.restrictions.vex_stage1.in_force == ("code_of_behaviour_letter",)
    assert millbrook.restrictions.vex_stage2.in_force == (
        "vexatious_notice",
        "acknowledge_not_answer",
        "decline_contact",
        "solicitor",
        "care_unaffected",
    )


@pytest.mark.requirement("VP-4", "VP-5", "VX-5")
def test_only_millbrook_may_leave_out_the_first_stage_and_says_why(
    hwe, west_essex, millbrook
) -> None:
    nobody: frozenset[str] = frozenset()
    for body in (hwe, west_essex, millbrook):
        assert may_begin_stage_2(body, stage_1_done=True, decided_by=nobody) == (True, "")
    skip = {"stage_1_done": False, "why_skipped": "It made things worse before"}
    for body in (hwe, west_essex):
        assert may_begin_stage_2(body, decided_by=GOVERNANCE, **skip) == (
            False,
            "Take the steps of stage 1 first.",
        )
    assert may_begin_stage_2(millbrook, decided_by=GOVERNANCE, **skip) == (True, "")
    assert "Head of Risk" in may_begin_stage_2(millbrook, decided_by=nobody, **skip)[1]
    assert may_begin_stage_2(millbrook, stage_1_done=False, decided_by=GOVERNANCE)[1] == (
        "Write down why stage 1 is left out."
    )


@pytest.mark.requirement("VX-3")
def test_the_second_letter_at_west_essex_makes_its_seven_points(west_essex) -> None:
    assert len(west_essex.restrictions.vex_letter_says.in_force) == 7
    said = [*west_essex.restrictions.vex_letter_says.in_force, "ombudsman"]
    assert letter_lacks(west_essex, said) == ()
    said.remove("new_issues_welcome")
    assert letter_lacks(west_essex, said) == ("Help with anything new is still there",)


@pytest.mark.requirement("VP-6", "VP-3")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_a_letter_of_restriction_always_points_to_the_ombudsman(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    said = set(profile.restrictions.vex_letter_says.in_force) - {"ombudsman"}
    assert letter_lacks(profile, said) == ("How to reach the ombudsman",)


@pytest.mark.requirement("VX-3")
def test_who_may_not_understand_the_letter_is_called_and_offered_a_meeting(
    west_essex, millbrook
) -> None:
    assert explained_in_person(west_essex, may_not_understand=True) == (
        "Patient Experience Team",
        "Deputy Director of Nursing and Quality",
    )
    assert explained_in_person(millbrook, may_not_understand=True) == ("Service Centre Manager",)
    assert explained_in_person(west_essex, may_not_understand=False) == ()


@pytest.mark.requirement("PP-32", "VP-5")
def test_at_hwe_a_call_ends_after_the_prepared_text_was_read_three_times(
    hwe, west_essex, millbrook
) -> None:
    assert may_end_call(hwe, times_read=3) == (True, "")
    assert may_end_call(hwe, times_read=2)[1] == (
        "Read the prepared text up to 3 times before you end the call."
    )
    for body in (west_essex, millbrook):
        assert not may_end_call(body, times_read=9)[0]


@pytest.mark.requirement("T-39", "VP-5")
def test_the_warning_names_ombudsman_and_adjustments_and_more_ways_than_post(millbrook) -> None:
    own_words, answer, adjustments, further = paragraphs(millbrook, SHOUTING)
    assert "shouting at the front desk on 1 May 2026" in own_words
    assert "after 6 months" in own_words
    assert "feedback@millbrookhealthcare.co.uk" in answer
    assert "Nutsey Lane" in answer
    assert "somebody can speak for you" in answer
    assert "reasonable adjustments" in adjustments
    assert "Parliamentary and Health Service Ombudsman" in further
    assert "Local Government and Social Care Ombudsman" in further


@pytest.mark.requirement("T-39")
def test_the_wording_of_the_warning_is_the_bodys_to_change(millbrook) -> None:
    assert not millbrook.restrictions.vex_warning_text.verified
    ours = paragraphs(_worded(millbrook, "Please stop {behaviour}."), SHOUTING)
    assert ours[0] == "Please stop shouting at the front desk."
    assert ours[1:] == paragraphs(millbrook, SHOUTING)[1:]


@pytest.mark.requirement("T-08", "T-39")
def test_a_warning_never_says_twenty_working_days_where_forty_are_the_maximum(millbrook) -> None:
    assert "40 working days" in paragraphs(millbrook, SHOUTING)[0]
    wrong = _worded(millbrook, "Wait for the end of the 20 working day timescale.")
    with pytest.raises(NoWarning, match="says 20 working days; the policy's maximum is 40"):
        paragraphs(wrong, SHOUTING)
    assert wording_faults(millbrook, "Within 40 working days.") == ()
    assert wording_faults(millbrook, "Dear {name}, within 40 working days.") == (
        "The wording has places that nothing fills: name.",
    )


@pytest.mark.requirement("VP-7", "PP-31")
def test_a_warning_at_millbrook_says_after_three_six_or_twelve_months(millbrook) -> None:
    with pytest.raises(NoWarning, match="3, 6, 12"):
        paragraphs(millbrook, Warned("shouting", date(2026, 5, 1), 4))


@pytest.mark.requirement("VP-5", "VX-3")
def test_west_essex_warns_without_a_review_and_hwe_sends_no_warning(west_essex, hwe) -> None:
    said = paragraphs(west_essex, Warned("shouting", date(2026, 5, 1)))
    assert "weccg.comments@nhs.net" in said[0]
    with pytest.raises(NoWarning, match="HWE ICB sends no warning letter"):
        paragraphs(hwe, SHOUTING)


def _worded(profile: Profile, wording: str) -> Profile:
    stored = profile.to_dict()
    stored["restrictions"]["vex_warning_text"] |= {"in_force": wording, "policy_says": wording}
    return Profile.from_dict(stored)
