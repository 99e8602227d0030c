"""Letters of MPs and other elected people."""

from __future__ import annotations

import pytest

from staff_workspace.policy.elected_officials import (
    NoProcedure,
    consent_implied,
    in_scope,
    may_process,
    reply_layout,
)

LETTER = {
    "their_reference": "MP/12",
    "case_reference": "HWE-2026-0007",
    "drafter_initials": "AB",
    "addressed_to": "executive_director",
}


@pytest.mark.requirement("MP-1", "PP-24")
def test_councillors_are_in_scope_at_hwe_alone(hwe, west_essex, millbrook) -> None:
    assert [in_scope(p, "elected_official") for p in (hwe, west_essex, millbrook)] == [
        True,
        False,
        False,
    ]


@pytest.mark.requirement("MP-2")
def test_only_the_team_and_directors_deal_with_an_mps_letter() -> None:
    assert may_process(frozenset({"handler"})) == (True, "")
    assert not may_process(frozenset({"investigator"}))[0]


@pytest.mark.requirement("CN-3")
def test_a_constituents_consent_is_implied_but_never_for_passing_details_on() -> None:
    assert consent_implied(for_own_constituent=True, goes_to_other_organisation=False)
    assert not consent_implied(for_own_constituent=True, goes_to_other_organisation=True)
    assert not consent_implied(for_own_constituent=False, goes_to_other_organisation=False)


@pytest.mark.requirement("MP-3", "LE-9")
def test_each_body_lays_out_references_and_signature_its_own_way(
    hwe, west_essex, millbrook
) -> None:
    at_hwe = reply_layout(hwe, enquirer="mp", **LETTER)
    assert (at_hwe.your_ref, at_hwe.our_ref) == ("MP/12", "HWE-2026-0007")
    assert at_hwe.signed_by == "Chief Executive Officer"
    there = reply_layout(west_essex, enquirer="mp", **LETTER | {"addressed_to": "signatory"})
    assert (there.our_ref, there.signed_by) == ("AB", "Managing Director")
    with pytest.raises(NoProcedure):
        reply_layout(millbrook, enquirer="mp", **LETTER)
