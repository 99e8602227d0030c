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
    assert set(hwe.routes.red_flags.in_force) >= {"safeguarding", "theme", "substantial_failings"}


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
    assert (second.by, second.roles) == ("same day", ("communications",))
    assert third.roles == ("director", "assistant_director")
    (at_west_essex,) = duties(west_essex, ("practitioner",))
    assert at_west_essex.roles == ("deputy_director_of_nursing", "signatory")


@pytest.mark.requirement("RF-4")
def test_talk_of_suicide_is_always_taken_as_real(hwe) -> None:
    (duty,) = duties(hwe, ("suicidal",))
    assert duty.by == "at once"
    assert all(place in duty.action for place in ADVICE_WHEN_SUICIDAL)
    (risk,) = duties(hwe, ("immediate_risk",))
    assert risk.by == "same day"


@pytest.mark.requirement("RF-4", "PP-36")
def test_before_a_third_party_is_told_the_manager_then_the_guardian_is_asked(
    hwe, west_essex, millbrook
) -> None:
    assert third_party_contact(hwe) == (
        "senior_nursing_manager",
        "caldicott_guardian",
        "system_quality_director",
    )
    assert third_party_contact(west_essex)[-1] == "deputy_director_of_nursing"
    assert len(third_party_contact(millbrook)) == 2


@pytest.mark.requirement("IV-4", "RF-5", "PP-33")
def test_where_a_policy_is_silent_the_duty_is_marked_as_our_default(millbrook) -> None:
    harm, media = duties(millbrook, ("harm_alleged", "media"))
    assert (harm.roles, harm.verified) == (("governance",), True)
    assert not media.verified
    with pytest.raises(UnknownSignal, match="thunder"):
        duties(millbrook, ("thunder",))


@pytest.mark.requirement("TG-4", "T-08", "QA-4")
def test_west_essex_says_how_deeply_each_grade_is_looked_into(west_essex, hwe) -> None:
    found = intervention(west_essex, "catastrophic")
    assert found is not None
    assert found.form == "report"
    assert not found.time.verified
    assert intervention(hwe, "major") is None
