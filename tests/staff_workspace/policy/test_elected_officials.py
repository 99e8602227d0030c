"""Letters of MPs and other elected people."""

from __future__ import annotations

import pytest

from staff_workspace.policy.elected_officials import (
    NoProcedure,
    against_reply,
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
def test_only_the_team_and_directors_deal_with_an_mps_letter(hwe, west_essex, millbrook) -> None:
    for body in (hwe, west_essex):
        assert may_process(body, frozenset({"handler"})) == (True, "")
        assert may_process(body, frozenset({"investigator"})) == (
            False,
            "Pass this letter to the Patient Experience Team at once.",
        )
    assert may_process(hwe, frozenset({"executive_director"}))[0]
    assert not may_process(hwe, frozenset({"director"}))[0]
    assert may_process(west_essex, frozenset({"director"}))[0]
    assert may_process(millbrook, frozenset({"investigator"}))[0]


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
    to_a_director = reply_layout(west_essex, enquirer="mp", **LETTER | {"addressed_to": "director"})
    assert to_a_director.signed_by == "Director"
    with pytest.raises(NoProcedure):
        reply_layout(millbrook, enquirer="mp", **LETTER)


@pytest.mark.requirement("MP-3")
def test_copies_go_where_the_policy_sends_them(hwe, west_essex) -> None:
    at_hwe = reply_layout(hwe, enquirer="mp", **LETTER)
    assert at_hwe.copies == ("Executive Office", "Departments")
    there = reply_layout(west_essex, enquirer="mp", **LETTER)
    assert there.copies == ("Managing Director", "Communications Team", "Departments")
    assert west_essex.elected_officials.mp_consider_telling.in_force == ("communications",)
    assert hwe.elected_officials.mp_consider_telling.in_force == ()


@pytest.mark.requirement("MP-3")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_the_executive_office_sends_what_concerns_no_patient(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    about_care = reply_layout(profile, enquirer="mp", **LETTER)
    other = reply_layout(profile, enquirer="mp", patient_related=False, **LETTER)
    assert about_care.sent_by == "Patient Experience Team"
    assert other.sent_by == "Executive Office"


@pytest.mark.requirement("MP-1", "MP-3")
def test_without_another_sender_the_team_sends_everything(hwe) -> None:
    stored = hwe.to_dict()
    stored["elected_officials"]["mp_not_patient_sent_by"] = {"silent": True}
    reply = reply_layout(
        type(hwe).from_dict(stored), enquirer="mp", patient_related=False, **LETTER
    )
    assert reply.sent_by == "Patient Experience Team"


@pytest.mark.requirement("MP-3")
def test_the_reply_waits_until_the_original_letter_is_on_the_case() -> None:
    assert "originals are kept" in against_reply(elected=True, original_kept=False)
    assert against_reply(elected=True, original_kept=True) == ""
    assert against_reply(elected=False, original_kept=False) == ""
