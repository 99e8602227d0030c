"""Whether a representative may act, and who may be told what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.authority import ASSURANCE, AuthorityFacts, is_child, judge
from staff_workspace.policy.disclosure import ConsentRecord, may, may_share, record_lacks
from staff_workspace.policy.representation import evidence_accepted

BODIES = ["hwe", "west_essex", "millbrook", "statute"]


@pytest.mark.requirement("WC-2", "WC-6", "WC-8")
def test_a_representative_with_evidence_that_the_body_accepts_may_act(hwe, millbrook) -> None:
    attorney = AuthorityFacts("lacks_capacity", ("lasting_power_of_attorney",))
    assert judge(hwe, attorney).decision == "accept"
    letter = AuthorityFacts("lacks_capacity", ("benefits_letter_naming_both",))
    assert judge(millbrook, letter).decision == "accept"
    assert judge(hwe, letter).decision == "best_interests"


@pytest.mark.requirement("WC-3")
def test_evidence_for_someone_who_died_is_judged_with_a_reason_and_not_a_hard_stop(hwe) -> None:
    nothing = judge(hwe, AuthorityFacts("died"))
    assert (nothing.decision, nothing.written_notice) == ("refuse", True)
    seen = AuthorityFacts("died", decided_because="Next of kin, named in the hospital's letters")
    assert judge(hwe, seen).decision == "accept"


@pytest.mark.requirement("WC-6", "WC-7")
def test_who_does_not_act_in_the_patients_interest_is_refused_in_writing(hwe) -> None:
    facts = AuthorityFacts(
        "lacks_capacity", ("lasting_power_of_attorney",), in_best_interests=False
    )
    refused = judge(hwe, facts)
    assert (refused.decision, refused.written_notice) == ("refuse", True)


@pytest.mark.requirement("WC-9")
def test_without_evidence_or_capacity_a_best_interests_decision_is_recorded(
    hwe, west_essex
) -> None:
    at_hwe = judge(hwe, AuthorityFacts("lacks_capacity"))
    assert at_hwe.decide_with == ("handler", "assistant_director")
    assert "what may be disclosed" in at_hwe.to_record
    assert judge(west_essex, AuthorityFacts("lacks_capacity")).decide_with == ("handler",)


@pytest.mark.requirement("WC-5")
def test_for_a_child_there_have_to_be_grounds_for_an_adult_to_complain(hwe) -> None:
    mother = AuthorityFacts("child", ("parental_responsibility",), patient_age=15)
    refused = judge(hwe, mother)
    assert (refused.decision, refused.written_notice) == ("refuse", True)
    assert "instead of the child" in refused.because
    assert judge(hwe, replace(mother, reasonable_grounds_for_child=True)).decision == "accept"
    adult = judge(hwe, replace(mother, patient_age=18))
    assert "not a child" in adult.because
    assert judge(hwe, replace(mother, patient_age=None)).decision == "refuse"


@pytest.mark.requirement("WC-5")
def test_a_child_is_under_eighteen_although_one_policy_says_sixteen(hwe) -> None:
    assert is_child(hwe, 17)
    assert not is_child(hwe, 18)
    assert hwe.consent.child_under_years.policy_says == 16


@pytest.mark.requirement("WC-2", "WC-7")
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("reason", ["asked", "died", "other"])
def test_without_authority_the_person_is_told_why_in_writing(body, reason, request) -> None:
    refused = judge(request.getfixturevalue(body), AuthorityFacts(reason))
    assert (refused.decision, refused.written_notice) == ("refuse", True)
    assert refused.because


@pytest.mark.requirement("WC-2")
@pytest.mark.parametrize("body", ["hwe", "millbrook", "statute"])
@pytest.mark.parametrize("reason", ["died", "child", "lacks_capacity", "asked"])
def test_somebody_may_act_for_whoever_died_is_a_child_is_unable_or_asked_them(
    body, reason, request
) -> None:
    profile = request.getfixturevalue(body)
    accepted = evidence_accepted(profile, reason)
    facts = AuthorityFacts(
        reason,
        accepted[:1],
        in_best_interests=True,
        reasonable_grounds_for_child=True,
        decided_because="" if accepted else "The papers leave no doubt",
    )
    decision = "accept" if accepted or reason != "lacks_capacity" else "best_interests"
    assert judge(profile, facts).decision == decision


@pytest.mark.requirement("WC-3")
def test_who_was_asked_to_act_is_confirmed_in_writing(hwe, west_essex, millbrook) -> None:
    for body, seen in (
        (hwe, "written_confirmation"),
        (west_essex, "written_confirmation"),
        (millbrook, "chosen_representative_statement"),
    ):
        assert judge(body, AuthorityFacts("asked", (seen,))).decision == "accept"
        assert judge(body, AuthorityFacts("asked")).decision == "refuse"


@pytest.mark.requirement("WC-3")
@pytest.mark.parametrize("seen", ["executor", "legal_authority"])
def test_for_someone_who_died_an_executor_or_other_legal_authority_is_evidence(hwe, seen) -> None:
    assert judge(hwe, AuthorityFacts("died", (seen,))).decision == "accept"


@pytest.mark.requirement("WC-5")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_for_a_child_in_care_only_whom_the_authority_names_may_act(body, request) -> None:
    profile = request.getfixturevalue(body)
    child = AuthorityFacts(
        "child",
        ("parental_responsibility",),
        in_best_interests=True,
        patient_age=9,
        reasonable_grounds_for_child=True,
    )
    assert judge(profile, child).decision == "accept"
    assert judge(profile, replace(child, child_in_care=True)).decision == "refuse"
    named = replace(child, child_in_care=True, evidence=("authorised_by_local_authority",))
    assert judge(profile, named).decision == "accept"


@pytest.mark.requirement("WC-5")
@pytest.mark.parametrize("body", BODIES)
def test_grounds_for_a_child_do_not_let_a_parent_act_for_an_adult(body, request) -> None:
    grown_up = AuthorityFacts(
        "child", ("parental_responsibility",), patient_age=18, reasonable_grounds_for_child=True
    )
    refused = judge(request.getfixturevalue(body), grown_up)
    assert (refused.decision, refused.written_notice) == ("refuse", True)


@pytest.mark.requirement("WC-6")
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("reason", ["lacks_capacity", "child"])
def test_the_law_refuses_whoever_acts_against_the_patients_interests(body, reason, request) -> None:
    facts = AuthorityFacts(
        reason,
        ("lasting_power_of_attorney", "parental_responsibility"),
        in_best_interests=False,
        reasonable_grounds_for_child=True,
    )
    refused = judge(request.getfixturevalue(body), facts)
    assert (refused.decision, refused.written_notice) == ("refuse", True)
    assert "best interests" in refused.because


@pytest.mark.requirement("WC-6")
def test_hwe_seeks_assurance_and_may_ask_for_an_assessment_which_alone_is_no_authority(hwe) -> None:
    relative = AuthorityFacts("lacks_capacity", ("involved_relative",))
    accepted = judge(hwe, relative)
    assert (accepted.decision, accepted.to_record) == ("accept", (ASSURANCE,))
    assert accepted.may_ask == ("An assessment of capacity",)
    assured = replace(relative, in_best_interests=True)
    assert judge(hwe, assured).to_record == ()
    assessed = replace(relative, evidence=("involved_relative", "capacity_assessment"))
    assert judge(hwe, assessed).may_ask == ()
    alone = replace(relative, evidence=("capacity_assessment",))
    assert judge(hwe, alone).decision == "best_interests"


@pytest.mark.requirement("WC-8")
@pytest.mark.parametrize(
    "seen",
    [
        "power_of_attorney",
        "lasting_power_of_attorney",
        "appointee_document",
        "benefits_letter_naming_both",
    ],
)
def test_millbrook_accepts_attorneys_appointees_and_letters_about_benefits(millbrook, seen) -> None:
    assert judge(millbrook, AuthorityFacts("lacks_capacity", (seen,))).decision == "accept"


@pytest.mark.requirement("WC-8")
def test_at_millbrook_a_representative_has_an_interest_in_the_patients_welfare_and_is_suitable(
    millbrook, hwe
) -> None:
    stranger = AuthorityFacts(
        "lacks_capacity", ("power_of_attorney",), fails=frozenset({"sufficient_interest"})
    )
    refused = judge(millbrook, stranger)
    assert (refused.decision, refused.written_notice) == ("refuse", True)
    assert "no sufficient interest in the patient's welfare" in refused.because
    both = replace(stranger, fails=frozenset({"sufficient_interest", "suitable"}))
    assert "is not a suitable person" in judge(millbrook, both).because
    asked = replace(stranger, reason="asked", evidence=("chosen_representative_statement",))
    assert judge(millbrook, asked).decision == "accept"
    named_there = replace(stranger, evidence=("lasting_power_of_attorney",))
    assert judge(hwe, named_there).decision == "accept"


@pytest.mark.requirement("WC-9")
@pytest.mark.parametrize("body", BODIES)
def test_a_best_interests_decision_records_its_options_the_public_interest_and_its_limits(
    body, request
) -> None:
    found = judge(request.getfixturevalue(body), AuthorityFacts("lacks_capacity"))
    assert found.decision == "best_interests"
    assert found.decide_with[0] == "handler"
    assert found.to_record == (
        "who decides",
        "the options looked at",
        "the decision",
        "whether the public interest asks for an investigation all the same",
        "what may be disclosed",
    )


GIVEN = ConsentRecord(
    subject="patient",
    giver="daughter",
    capacity="attorney",
    scopes=frozenset({"investigate", "share"}),
    organisations=frozenset({"the trust"}),
    requested=date(2026, 3, 2),
    received=date(2026, 3, 9),
)


@pytest.mark.requirement("CN-1", "CN-5")
def test_consent_covers_the_named_organisation_and_no_other() -> None:
    assert may_share([GIVEN], organisation="the trust", on=date(2026, 3, 9)) == (True, "")
    allowed, why = may_share([GIVEN], organisation="the council", on=date(2026, 3, 9))
    assert not allowed
    assert "the council" in why


@pytest.mark.requirement("CN-5")
@pytest.mark.parametrize(
    "record",
    [
        replace(GIVEN, received=None),
        replace(GIVEN, received=date(2026, 3, 11)),
        replace(GIVEN, refused=date(2026, 3, 10)),
        replace(GIVEN, withdrawn=date(2026, 3, 10)),
    ],
)
def test_consent_counts_from_its_receipt_until_it_is_withdrawn(record: ConsentRecord) -> None:
    assert not may_share([record], organisation="the trust", on=date(2026, 3, 10))[0]
    assert not may([record], scope="investigate", on=date(2026, 3, 10))[0]


@pytest.mark.requirement("CN-5")
def test_each_scope_is_asked_for_on_its_own() -> None:
    assert may([GIVEN], scope="investigate", on=date(2026, 3, 10)) == (True, "")
    allowed, why = may([GIVEN], scope="access_records", on=date(2026, 3, 10))
    assert (allowed, why) == (False, "No consent in force covers this: access records.")
    no_share = replace(GIVEN, scopes=frozenset({"investigate"}))
    assert not may_share([no_share], organisation="the trust", on=date(2026, 3, 10))[0]


FULL = replace(
    GIVEN, method="by post", chased=(date(2026, 3, 5),), evidence="the signed statement, scanned"
)


@pytest.mark.requirement("CN-5")
@pytest.mark.parametrize(
    ("part", "lacks"),
    [
        ({}, ()),
        ({"subject": " "}, ("whose consent it is",)),
        ({"giver": ""}, ("who gives it",)),
        ({"capacity": ""}, ("as what they give it",)),
        ({"scopes": frozenset()}, ("what it covers",)),
        ({"organisations": frozenset()}, ("with which organisations details are shared",)),
        ({"requested": None}, ("when it was asked for",)),
        ({"method": ""}, ("how the answer came",)),
        ({"evidence": ""}, ("the signed statement, or a note of it",)),
        ({"received": None, "method": "", "evidence": ""}, ()),
    ],
)
def test_the_record_of_a_consent_holds_who_what_how_and_when(part, lacks) -> None:
    assert record_lacks(replace(FULL, **part)) == lacks
