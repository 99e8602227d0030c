"""Who signs, what the letter holds, and what the outcome is."""

from __future__ import annotations

import pytest

from staff_workspace.policy.lifecycle_guards import LifecycleFacts, ready_to_sign
from staff_workspace.policy.outcomes import NoOutcome, overall, well_founded
from staff_workspace.policy.quality_tiers import may_sign_off, tier_for
from staff_workspace.policy.response_content import checklist, missing
from staff_workspace.policy.sign_off import chain, may_sign
from staff_workspace.policy.sign_off_pack import pack_lacks


@pytest.mark.requirement("QA-1", "PP-21", "PP-22")
def test_at_hwe_the_team_drafts_the_head_checks_and_the_chief_executive_signs(hwe) -> None:
    assert [step.title for step in chain(hwe)] == [
        "Patient Experience Team",
        "Head of Patient Experience",
        "Chief Executive Officer",
    ]


@pytest.mark.requirement("QA-2")
def test_at_west_essex_a_senior_manager_checks_and_the_managing_director_signs(west_essex) -> None:
    assert [step.title for step in chain(west_essex)][1:] == ["Senior manager", "Managing Director"]


@pytest.mark.requirement("QA-3")
def test_at_millbrook_governance_approves_what_is_complex_or_may_become_a_claim(millbrook) -> None:
    assert "approve" not in [step.key for step in chain(millbrook)]
    complex_case = chain(millbrook, complex_or_claim=True)
    assert [step.title for step in complex_case] == [
        "Service Centre Manager",
        "Head of Service",
        "Head of Risk, Quality and Corporate Governance",
        "Head of Service",
    ]
    assert millbrook.sign_off.draft_by.in_force == ("handler", "investigator")
    assert (millbrook.sign_off.qa_role.source, millbrook.sign_off.qa_role.verified) == ("4", True)
    assert not millbrook.sign_off.signatory.verified


@pytest.mark.requirement("QA-5")
def test_only_the_signatory_or_a_named_deputy_signs_and_never_the_drafter(hwe) -> None:
    signatory = {"signer_roles": frozenset({"signatory"}), "drafted_by": "ana"}
    nobody = {"signer_roles": frozenset({"handler"}), "drafted_by": "ana"}
    assert may_sign(hwe, signer="ben", **signatory) == (True, "")
    assert may_sign(hwe, signer="ana", **signatory)[0] is False
    assert may_sign(hwe, signer="ben", named_deputy=True, **nobody) == (True, "")
    assert may_sign(hwe, signer="ben", **nobody) == (
        False,
        "Only the Chief Executive Officer or a named deputy can sign.",
    )


@pytest.mark.requirement(
    "LE-1", "LE-2", "LE-3", "LE-4", "LE-5", "LE-6", "LE-7", "LE-8", "LE-9", "PP-18", "PP-19"
)
def test_each_body_requires_its_own_elements_of_the_letter(
    hwe, west_essex, millbrook, statute
) -> None:
    def required(profile) -> list[str]:
        return [e.key for e in checklist(profile) if e.required.in_force]

    assert required(hwe) == ["LE-1", "LE-2", "LE-3", "LE-5", "LE-6", "LE-8", "LE-9"]
    assert required(west_essex) == [f"LE-{n}" for n in range(1, 10)]
    assert required(millbrook) == ["LE-2", "LE-3", "LE-5", "LE-6", "LE-9"]
    assert required(statute) == ["LE-3", "LE-4", "LE-5", "LE-6", "LE-9"]


@pytest.mark.requirement("RL-1", "T-26")
def test_a_mandatory_element_is_ticked_or_left_out_with_a_reason(millbrook) -> None:
    ticked = ["LE-3", "LE-5", "LE-6", "LE-9"]
    assert missing(millbrook, ticked=ticked, waived={}) == ("An apology",)
    assert missing(millbrook, ticked=ticked, waived={"LE-2": " "}) == ("An apology",)
    assert missing(millbrook, ticked=ticked, waived={"LE-2": "Nothing went wrong"}) == ()


@pytest.mark.requirement("RL-1", "KO-3")
@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        (["upheld", "upheld"], "upheld"),
        (["not_upheld"], "not_upheld"),
        (["upheld", "not_upheld"], "partly_upheld"),
        (["partly_upheld"], "partly_upheld"),
    ],
)
def test_the_outcome_follows_from_the_findings(findings: list[str], outcome: str) -> None:
    assert overall(findings) == outcome


@pytest.mark.requirement("T-26", "RL-1")
def test_hwes_letter_need_not_state_the_outcome_that_is_recorded_all_the_same(hwe) -> None:
    ticked = ["LE-1", "LE-2", "LE-3", "LE-5", "LE-6", "LE-8", "LE-9"]
    assert missing(hwe, ticked=ticked, waived={}) == ()
    assert (
        hwe.response_letter.outcome_in_letter.in_force,
        hwe.response_letter.outcome_in_letter.verified,
    ) == ("no", False)
    without_finding = LifecycleFacts(issues=2, issues_with_finding=1, has_draft=True)
    assert "Record a finding for every issue" in ready_to_sign(without_finding)
    found = LifecycleFacts(issues=2, issues_with_finding=2, has_draft=True)
    assert ready_to_sign(found) == ""


@pytest.mark.requirement("T-27", "REG-18")
def test_well_founded_means_upheld_or_partly_upheld() -> None:
    assert [well_founded(o) for o in ("upheld", "partly_upheld", "not_upheld")] == [
        True,
        True,
        False,
    ]


def test_there_is_no_outcome_without_findings_that_count() -> None:
    with pytest.raises(NoOutcome, match="no issue"):
        overall([])
    with pytest.raises(NoOutcome, match="maybe"):
        overall(["maybe"])


@pytest.mark.requirement("QA-1", "QA-2")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_the_complaint_and_the_report_go_with_the_draft(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    assert pack_lacks(profile, ["original_complaint"]) == ("The report of the investigation",)
    assert pack_lacks(profile, ["original_complaint", "investigation_report"]) == ()


@pytest.mark.requirement("QA-3")
def test_millbrook_names_no_papers_that_go_with_a_draft(millbrook) -> None:
    assert pack_lacks(millbrook, []) == ()
    assert millbrook.sign_off.signoff_pack.silent


@pytest.mark.requirement("QA-2")
def test_at_west_essex_manager_or_team_draft_which_the_policy_says_both(west_essex, hwe) -> None:
    assert west_essex.sign_off.draft_by.in_force == ("handler", "investigator")
    assert not west_essex.sign_off.draft_by.verified
    assert west_essex.sign_off.deputy_may_sign.in_force
    assert hwe.sign_off.draft_by.in_force == ("handler",)


@pytest.mark.requirement("QA-4")
@pytest.mark.parametrize(
    ("grade", "tier", "role"),
    [
        ("on_the_spot", "QA1", "handler"),
        ("minor", "QA1", "handler"),
        ("moderate", "QA2", "service_manager"),
        ("major", "QA3", "head_of_patient_experience"),
        ("catastrophic", "QA4", "signatory"),
    ],
)
def test_west_essex_checks_a_graver_case_higher_up(
    west_essex, grade: str, tier: str, role: str
) -> None:
    found = tier_for(west_essex, grade)
    assert found is not None
    assert (found.key, found.for_grades.verified) == (tier, False)
    assert may_sign_off(west_essex, grade, roles=[role]) == (True, "")
    assert not may_sign_off(west_essex, grade, roles=["investigator"])[0]


@pytest.mark.requirement("QA-4")
def test_the_highest_check_names_risks_and_referrals_and_is_the_directors(west_essex) -> None:
    found = tier_for(west_essex, "catastrophic")
    assert found is not None
    assert {"action plan", "risks and significant findings", "escalations and referrals"} < set(
        found.asks_for.in_force
    )
    assert may_sign_off(west_essex, "catastrophic", roles=["director"])[0]
    assert may_sign_off(west_essex, "catastrophic", roles=["handler"])[1] == (
        "QA4 is signed off by the Director or Managing Director."
    )


@pytest.mark.requirement("QA-4")
def test_the_other_bodies_have_no_such_tiers(hwe, millbrook) -> None:
    assert tier_for(hwe, "major") is tier_for(millbrook, "extreme") is None
    assert may_sign_off(hwe, "major", roles=[]) == (True, "")
