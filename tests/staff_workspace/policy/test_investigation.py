"""Who investigates, what comes first, and what follows from harm, in the words of the policies."""

from __future__ import annotations

import pytest

from staff_workspace.policy.investigation import (
    INDEPENDENT_GROUNDS,
    candour,
    learning_response,
    may_be_independent,
    may_begin,
    may_investigate,
    methods,
    owed_to_staff,
    parts,
)
from staff_workspace.policy.same_day import duties

BODIES = ["hwe", "west_essex", "millbrook", "statute"]


@pytest.mark.requirement("IV-1")
def test_the_team_coordinates_at_hwe_and_west_essex_where_managers_investigate_and_hand_in_papers(
    hwe, west_essex
) -> None:
    at_hwe, there = parts(hwe), parts(west_essex)
    assert (at_hwe.coordinates, at_hwe.investigates) == (
        "Patient Experience Team",
        "Investigating Officer",
    )
    assert (there.coordinates, there.investigates) == ("Patient Experience Team", "Manager")
    assert there.gets_papers == "Patient Experience Team"
    assert (at_hwe.appoints, there.appoints) == ("", "")


@pytest.mark.requirement("IV-1")
def test_at_millbrook_the_head_of_service_sets_out_the_issues_and_governance_appoints(
    millbrook,
) -> None:
    there = parts(millbrook)
    assert there.sets_out_issues == "Head of Service"
    assert there.appoints == "Head of Risk, Quality and Corporate Governance"
    assert not millbrook.investigation.coordinated_by.verified


@pytest.mark.requirement("IV-1")
def test_grave_allegations_go_to_a_senior_person_from_another_team(
    hwe, west_essex, millbrook, statute
) -> None:
    who = {"investigator": "ben", "subjects": ["ana"]}
    for body in (hwe, west_essex, millbrook):
        refused, why = may_investigate(body, same_team=True, serious=True, **who)
        assert not refused
        assert "another team" in why
        assert may_investigate(body, same_team=False, serious=True, **who) == (True, "")
        assert may_investigate(body, same_team=True, serious=False, **who) == (True, "")
    assert may_investigate(statute, same_team=True, serious=True, **who) == (True, "")
    named = [body.investigation.serious_to_another_team.verified for body in (hwe, millbrook)]
    assert named == [False, True]


@pytest.mark.requirement("IV-3")
@pytest.mark.parametrize("body", BODIES)
def test_nobody_investigates_a_complaint_about_themselves(body, request) -> None:
    refused, why = may_investigate(
        request.getfixturevalue(body),
        investigator="ana",
        subjects=["ana"],
        same_team=False,
        serious=False,
    )
    assert not refused
    assert "subject of the complaint" in why


@pytest.mark.requirement("IV-3")
def test_staff_who_are_named_are_told_by_their_manager_and_supported(
    hwe, west_essex, millbrook
) -> None:
    told = "Their own manager tells them of the complaint"
    assert owed_to_staff(hwe)[0] == told
    assert {"They may respond to what is said", "They hear of progress and outcome"} <= set(
        owed_to_staff(hwe)
    )
    supported = "They are supported, with occupational health where that helps"
    assert owed_to_staff(west_essex) == (told, supported)
    assert owed_to_staff(millbrook) == (supported,)


@pytest.mark.requirement("IV-3")
def test_what_is_on_record_for_somebody_who_is_named_is_owed_no_longer(hwe, west_essex) -> None:
    assert owed_to_staff(west_essex, done={"told_by_manager", "supported"}) == ()
    left = owed_to_staff(hwe, done={"told_by_manager", "told_details", "responded"})
    assert left == (
        "They hear of progress and outcome",
        "They are supported, with occupational health where that helps",
    )


@pytest.mark.requirement("IV-2")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_the_evidence_of_authority_comes_before_the_investigation(body, request) -> None:
    profile = request.getfixturevalue(body)
    assert not may_begin(profile, authority_in_question=True, authority_accepted=False)[0]
    assert may_begin(profile, authority_in_question=True, authority_accepted=True)[0]
    assert may_begin(profile, authority_in_question=False, authority_accepted=False)[0]


def test_the_regulations_alone_let_an_investigation_begin_before(statute) -> None:
    assert may_begin(statute, authority_in_question=True, authority_accepted=False) == (True, "")


@pytest.mark.requirement("IV-2")
def test_millbrook_lists_six_ways_to_investigate(millbrook, hwe) -> None:
    assert len(methods(millbrook)) == 6
    assert methods(millbrook)[-1] == "Think of the duty of candour"
    assert methods(hwe) == ()


@pytest.mark.requirement("IV-2")
def test_an_independent_investigation_at_millbrook_needs_a_ground_and_four_who_agree(
    millbrook,
) -> None:
    all_four = millbrook.investigation.independent_agreed_by.in_force
    for ground in INDEPENDENT_GROUNDS:
        assert may_be_independent(millbrook, ground=ground, agreed_by=all_four) == (True, "")
    assert not may_be_independent(millbrook, ground="cost", agreed_by=all_four)[0]
    assert may_be_independent(millbrook, ground="misconduct", agreed_by=all_four[:2])[1] == (
        "Still to agree: Group Transformation Director, the person."
    )


def test_a_policy_without_rules_for_it_lets_an_independent_person_investigate(hwe) -> None:
    assert may_be_independent(hwe, ground="expert_opinion", agreed_by=()) == (True, "")


@pytest.mark.requirement("IV-4")
def test_harm_goes_to_governance_at_once_at_millbrook_and_on_to_the_insurers(
    millbrook, hwe
) -> None:
    (there,) = duties(millbrook, ("harm_alleged",))
    assert (there.by, there.roles) == ("at once", ("governance",))
    assert there.action.endswith("They tell the insurers.")
    (at_hwe,) = duties(hwe, ("harm_alleged",))
    assert "insurers" not in at_hwe.action


@pytest.mark.requirement("IV-4")
def test_where_death_or_serious_harm_was_caused_the_person_is_told_all_and_supported(
    millbrook, hwe
) -> None:
    owed = candour(millbrook, death_or_serious_harm=True)
    assert [step.split()[0] for step in owed] == ["Tell", "Tell", "Offer"]
    assert candour(millbrook, death_or_serious_harm=False) == ()
    assert candour(hwe, death_or_serious_harm=True) == ()
    assert not hwe.investigation.candour.verified


@pytest.mark.requirement("IV-5")
def test_a_possible_patient_safety_incident_gets_a_learning_response_at_hwe(
    hwe, west_essex, millbrook
) -> None:
    flags = ["patient_safety_incident", "theme"]
    assert "learning response" in learning_response(hwe, flags)
    assert learning_response(hwe, ["theme"]) == ""
    assert hwe.investigation.learning_response.source == "8.8.2"
    for body in (west_essex, millbrook):
        assert learning_response(body, flags) == ""
        assert not body.investigation.learning_response.verified
