"""Whether a representative may act, and who may be told what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.authority import AuthorityFacts, is_child, judge
from staff_workspace.policy.disclosure import ConsentRecord, may, may_share


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
