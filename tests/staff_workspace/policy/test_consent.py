"""Consent, statements and evidence of authority."""

from __future__ import annotations

import pytest

from staff_workspace.policy.consent import STATEMENTS, needed, statement_for
from staff_workspace.policy.representation import (
    EVIDENCE,
    REASONS,
    UnknownReason,
    evidence_accepted,
)


@pytest.mark.requirement("CN-6")
def test_millbrook_has_one_statement_for_authority_and_one_for_a_chosen_person(millbrook) -> None:
    assert statement_for(millbrook, representation="asked") == "chosen_representative"
    for reason in ("lacks_capacity", "child", "died", "other"):
        assert statement_for(millbrook, representation=reason) == "legal_authority"
    assert statement_for(millbrook, representation=None) is None


@pytest.mark.requirement("CN-1", "CN-2")
def test_hwe_and_west_essex_have_one_statement_of_consent_to_share(hwe, west_essex) -> None:
    for body in (hwe, west_essex):
        for reason in (None, *REASONS):
            assert statement_for(body, representation=reason) == "sharing_consent"


@pytest.mark.requirement("CN-1", "CN-2", "CN-3", "CN-4")
def test_consent_is_needed_for_another_person_and_for_another_organisation(hwe, millbrook) -> None:
    assert len(needed(hwe, on_behalf=True, shared_outside=True)) == 2
    assert needed(hwe, on_behalf=False, shared_outside=False) == ()
    assert len(needed(hwe, on_behalf=True, shared_outside=False, kind="concern")) == 1
    by_mp = {"on_behalf": True, "by_mp_for_constituent": True}
    assert needed(hwe, shared_outside=False, **by_mp) == ()
    assert len(needed(hwe, shared_outside=True, **by_mp)) == 1


@pytest.mark.requirement("CN-1", "CN-2")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_every_body_asks_before_others_are_told_and_when_somebody_else_complains(
    body, request
) -> None:
    profile = request.getfixturevalue(body)
    assert needed(profile, on_behalf=True, shared_outside=False) == (
        "Somebody else complains, so the patient's consent is needed.",
    )
    assert needed(profile, on_behalf=False, shared_outside=True) == (
        "Details go to another organisation, so consent is needed first.",
    )


@pytest.mark.requirement("CN-3")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_an_mp_writes_for_a_constituent_with_implied_consent_but_nothing_is_passed_on(
    body, request
) -> None:
    profile = request.getfixturevalue(body)
    own = {"on_behalf": True, "by_mp_for_constituent": True}
    assert needed(profile, shared_outside=False, **own) == ()
    assert len(needed(profile, shared_outside=True, **own)) == 1
    third_person = {"on_behalf": True, "by_mp_for_constituent": False}
    assert len(needed(profile, shared_outside=False, **third_person)) == 1


@pytest.mark.requirement("CN-3")
def test_where_no_policy_implies_it_an_mps_constituent_is_asked(millbrook, statute) -> None:
    for body in (millbrook, statute):
        asked = needed(body, on_behalf=True, shared_outside=False, by_mp_for_constituent=True)
        assert len(asked) == 1
        assert not body.consent.mp_consent_implied.verified


@pytest.mark.requirement("CN-4")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook"])
def test_a_concern_raised_for_somebody_or_passed_on_needs_consent_too(body, request) -> None:
    profile = request.getfixturevalue(body)
    concern = {"kind": "concern"}
    assert len(needed(profile, on_behalf=True, shared_outside=False, **concern)) == 1
    assert len(needed(profile, on_behalf=False, shared_outside=True, **concern)) == 1
    assert needed(profile, on_behalf=False, shared_outside=False, **concern) == ()


@pytest.mark.requirement("WC-5")
def test_a_young_person_who_understands_consents_to_a_parents_complaint(hwe, millbrook) -> None:
    asked = needed(hwe, on_behalf=True, shared_outside=False, young_person_understands=True)
    assert "young person understands" in asked[-1]
    assert hwe.consent.young_person_consents.source == "8.7"
    assert not millbrook.consent.young_person_consents.verified
    stored = hwe.to_dict()
    stored["consent"]["young_person_consents"] |= {"in_force": False, "policy_says": False}
    without = type(hwe).from_dict(stored)
    assert (
        needed(without, on_behalf=False, shared_outside=False, young_person_understands=True) == ()
    )


def test_a_body_may_ask_no_consent_for_concerns(millbrook) -> None:
    stored = millbrook.to_dict()
    stored["consent"]["concern_consent"]["in_force"] = False
    profile = type(millbrook).from_dict(stored)
    assert needed(profile, on_behalf=True, shared_outside=True, kind="concern") == ()


@pytest.mark.requirement("WC-3", "WC-5", "WC-6", "WC-8")
def test_each_body_accepts_its_own_evidence(hwe, millbrook) -> None:
    assert "lasting_power_of_attorney" in evidence_accepted(hwe, "lacks_capacity")
    assert "benefits_letter_naming_both" in evidence_accepted(millbrook, "lacks_capacity")
    with pytest.raises(UnknownReason):
        evidence_accepted(hwe, "curious")


def test_every_key_in_the_profiles_has_its_words(hwe, west_essex, millbrook) -> None:
    for body in (hwe, west_essex, millbrook):
        assert set(body.consent.statements.in_force) <= set(STATEMENTS)
        for reason in REASONS:
            assert set(evidence_accepted(body, reason)) <= set(EVIDENCE)
