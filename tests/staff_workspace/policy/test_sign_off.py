"""Who signs, what the letter holds, and what the outcome is."""

from __future__ import annotations

import pytest

from staff_workspace.policy.outcomes import NoOutcome, overall, well_founded
from staff_workspace.policy.response_content import checklist, missing
from staff_workspace.policy.sign_off import chain, may_sign


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
    assert complex_case[2].title == "Head of Risk, Quality and Corporate Governance"
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
def test_each_body_requires_its_own_elements_of_the_letter(hwe, west_essex, millbrook) -> None:
    def required(profile) -> list[str]:
        return [e.key for e in checklist(profile) if e.required.in_force]

    assert required(hwe) == ["LE-1", "LE-2", "LE-3", "LE-5", "LE-6", "LE-8", "LE-9"]
    assert required(west_essex) == [f"LE-{n}" for n in range(1, 10)]
    assert required(millbrook) == ["LE-2", "LE-3", "LE-5", "LE-6", "LE-9"]


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
