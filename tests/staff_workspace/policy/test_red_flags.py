"""Red flags and what has to happen on the same day."""

from __future__ import annotations

import pytest

from staff_workspace.policy.grading import intervention, level_for_score, score
from staff_workspace.policy.red_flags import UnknownFlag, escalate
from staff_workspace.policy.same_day import (
    ADVICE_WHEN_SUICIDAL,
    UnknownSignal,
    duties,
    third_party_contact,
)


@pytest.mark.requirement("T-16", "IV-4", "PP-34")
def test_an_alleged_death_that_scores_low_is_escalated_all_the_same(millbrook) -> None:
    low = level_for_score(millbrook, score(1, 5))
    raised = escalate(millbrook, chosen=low.key, flags=["harm_alleged"])
    assert (low.key, raised.grade.key, raised.lifted) == ("moderate", "extreme", True)
    assert (raised.escalate, raised.to) == (True, ("governance",))


@pytest.mark.requirement("RF-1", "RF-2")
def test_hwe_takes_its_flags_to_senior_managers_and_leads(hwe) -> None:
    raised = escalate(hwe, chosen="minor", flags=["safeguarding", "patient_safety"])
    assert raised.to == ("senior_nursing_manager", "safeguarding_lead")
    assert raised.grade.key == "major"
    assert set(hwe.routes.red_flags.in_force) == {
        "patient_safety",
        "others_safety",
        "substantial_failings",
        "safeguarding",
        "patient_safety_incident",
        "theme",
    }
    assert not hwe.routes.red_flags.silent


@pytest.mark.requirement("RF-1")
def test_flags_of_the_other_bodies_are_marked_as_our_default(west_essex, millbrook) -> None:
    assert west_essex.routes.red_flags.silent
    assert "harm_alleged" in millbrook.routes.red_flags.in_force
    assert not millbrook.routes.red_flags.verified


@pytest.mark.requirement("RF-1")
def test_a_flag_never_lowers_a_grade_and_a_pattern_alone_does_not_raise_it(hwe) -> None:
    grave = escalate(hwe, chosen="catastrophic", flags=["patient_safety"])
    assert (grave.grade.key, grave.lifted) == ("catastrophic", False)
    pattern = escalate(hwe, chosen="minor", flags=["theme"])
    assert (pattern.escalate, pattern.grade.key) == (True, "minor")


def test_without_flags_nothing_is_escalated(hwe, west_essex, statute) -> None:
    assert not escalate(hwe, chosen="minor", flags=[]).escalate
    assert escalate(west_essex, chosen="minor", flags=["others_safety"]).to == ("handler",)
    with pytest.raises(UnknownFlag, match="rumour"):
        escalate(hwe, chosen="minor", flags=["rumour"])


def test_a_body_without_a_floor_keeps_the_grade_given(hwe) -> None:
    stored = hwe.to_dict()
    stored["grading"]["red_flag_floor"] = {"silent": True}
    profile = type(hwe).from_dict(stored)
    assert escalate(profile, chosen="minor", flags=["patient_safety"]).grade.key == "minor"


@pytest.mark.requirement("RF-2", "RF-3", "RF-5", "PP-33")
def test_safeguarding_is_told_at_once_and_communications_on_the_same_day(hwe, west_essex) -> None:
    first, second, third = duties(hwe, ("safeguarding", "media", "practitioner"))
    assert (first.by, first.roles) == ("at once", ("safeguarding_lead",))
    assert second.by == "same day"
    assert second.roles == ("communications", "colleagues_concerned")
    assert duties(west_essex, ("media",))[0].roles == ("communications",)
    assert duties(west_essex, ("media",))[0].verified
    assert third.roles == ("director", "assistant_director")
    (at_west_essex,) = duties(west_essex, ("practitioner",))
    assert at_west_essex.roles == ("deputy_director_of_nursing", "signatory")


@pytest.mark.requirement("RF-5")
def test_millbrook_gives_no_steps_so_that_governance_is_asked_as_our_default(millbrook) -> None:
    (duty,) = duties(millbrook, ("practitioner",))
    assert (duty.roles, duty.verified) == (("governance",), False)
    assert millbrook.routes.practitioner_route.silent


@pytest.mark.requirement("RF-4")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_talk_of_suicide_is_always_taken_as_real(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    (duty,) = duties(profile, ("suicidal",))
    assert (duty.by, duty.roles) == ("at once", ("senior_nursing_manager",))
    assert "Always take it as real" in duty.action
    assert "Log every contact" in duty.action
    assert len(ADVICE_WHEN_SUICIDAL) == 5
    assert all(place in duty.action for place in ADVICE_WHEN_SUICIDAL)


@pytest.mark.requirement("RF-4")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_immediate_risk_is_acted_on_the_same_day_with_advice_at_hand(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    (risk,) = duties(profile, ("immediate_risk",))
    assert (risk.by, risk.roles) == ("same day", ("senior_nursing_manager",))
    assert "GP or NHS 111" in risk.action
    assert "ask the Deputy Director of Nursing and Quality for advice" in risk.action
    assert "Log every contact" in risk.action


@pytest.mark.requirement("RF-4")
def test_where_the_policy_is_silent_risk_goes_to_governance_as_our_default(
    millbrook, statute
) -> None:
    (risk,) = duties(millbrook, ("immediate_risk",))
    assert (risk.roles, risk.verified) == (("governance",), False)
    assert "for advice" not in risk.action
    assert duties(statute, ("immediate_risk",))[0].roles == ("handler",)


@pytest.mark.requirement("RF-4", "PP-36")
def test_before_a_third_party_is_told_the_manager_then_the_guardian_is_asked(
    hwe, west_essex, millbrook
) -> None:
    assert third_party_contact(hwe) == (
        "senior_nursing_manager",
        "caldicott_guardian",
        "system_quality_director",
    )
    assert third_party_contact(west_essex) == (
        "senior_nursing_manager",
        "caldicott_guardian",
        "deputy_director_of_nursing",
    )
    assert west_essex.role_title("caldicott_guardian") == "Caldicott Guardian (Medical Director)"
    assert third_party_contact(millbrook) == ("governance", "caldicott_guardian")


@pytest.mark.requirement("IV-4", "RF-5", "PP-33")
def test_where_a_policy_is_silent_the_duty_is_marked_as_our_default(millbrook) -> None:
    harm, media = duties(millbrook, ("harm_alleged", "media"))
    assert (harm.roles, harm.verified) == (("governance",), True)
    assert not media.verified
    with pytest.raises(UnknownSignal, match="thunder"):
        duties(millbrook, ("thunder",))


@pytest.mark.requirement("TG-4", "T-08")
def test_west_essex_says_how_deeply_each_grade_is_looked_into(west_essex, hwe) -> None:
    found = intervention(west_essex, "catastrophic")
    assert found is not None
    assert found.form == "report"
    assert not found.time.verified
    assert intervention(hwe, "major") is None
