"""Rules that hold at several bodies, tried at each one that the rule names."""

from __future__ import annotations

import pytest

from staff_workspace.policy.eligibility import assess
from staff_workspace.policy.lifecycle import EARLY_CLOSE_REASONS
from staff_workspace.policy.lost_contact import escalation
from staff_workspace.policy.response_content import checklist
from staff_workspace.policy.same_day import duties
from staff_workspace.policy.secure_mail import may_go_plain
from staff_workspace.policy.sign_off import chain, may_sign

BODIES = ["hwe", "west_essex", "millbrook"]


@pytest.mark.requirement("QA-1", "QA-2", "QA-3", "PP-22")
def test_the_titles_of_those_who_draft_check_and_sign(hwe, west_essex, millbrook) -> None:
    assert [step.title for step in chain(hwe)] == [
        "Patient Experience Team",
        "Head of Patient Experience",
        "Chief Executive Officer",
    ]
    assert [step.title for step in chain(west_essex)] == [
        "Patient Experience Team",
        "Senior manager",
        "Managing Director",
    ]
    assert [step.title for step in chain(millbrook, complex_or_claim=True)][:3] == [
        "Service Centre Manager",
        "Head of Service",
        "Head of Risk, Quality and Corporate Governance",
    ]
    assert not millbrook.sign_off.signatory.verified


@pytest.mark.requirement("QA-1", "QA-2")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_a_named_deputy_signs_in_the_chief_officers_place(
    body: str, request: pytest.FixtureRequest
) -> None:
    profile = request.getfixturevalue(body)
    asked = {"signer": "ben", "signer_roles": frozenset({"handler"}), "drafted_by": "ana"}
    assert may_sign(profile, named_deputy=True, **asked) == (True, "")
    assert not may_sign(profile, **asked)[0]


@pytest.mark.requirement("RF-5")
def test_doubts_about_a_practitioner_go_to_governance_at_millbrook_as_our_default(
    millbrook,
) -> None:
    (duty,) = duties(millbrook, ("practitioner",))
    assert (duty.roles, duty.verified) == (("governance",), False)
    assert "not tolerated" in millbrook.routes.practitioner_route.reason


@pytest.mark.requirement("T-24", "XG-4")
@pytest.mark.parametrize("body", BODIES)
def test_a_dispute_about_ones_own_data_can_be_taken_to_the_commissioner_of_information(
    body: str, request: pytest.FixtureRequest
) -> None:
    (part,) = assess(request.getfixturevalue(body), {"records": "XG-4"})
    assert part.route == "information governance, and the Information Commissioner"


@pytest.mark.requirement("CF-2")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_nhs_mail_is_trusted_from_end_to_end_and_no_domain_that_has_gone(
    body: str, request: pytest.FixtureRequest
) -> None:
    profile = request.getfixturevalue(body)
    assert may_go_plain(profile, sender="a@nhs.net", recipient="b@nhs.net")
    for gone in ("a@trust.gcsx.gov.uk", "a@hscic.gov.uk", "a@nhs.net.example.org"):
        assert not may_go_plain(profile, sender="a@nhs.net", recipient=gone)
        assert not may_go_plain(profile, sender=gone, recipient=gone)


@pytest.mark.requirement("REG-14")
def test_the_regulations_ask_of_a_letter_findings_action_and_the_ombudsman(statute) -> None:
    required = [element.key for element in checklist(statute) if element.required.in_force]
    assert required == ["LE-3", "LE-4", "LE-5", "LE-6", "LE-9"]


@pytest.mark.requirement("CT-4", "PP-6")
def test_until_a_time_is_agreed_each_body_has_its_own(hwe, west_essex, millbrook) -> None:
    for body in (hwe, west_essex):
        targets = {grade.key: grade.target_wd.in_force for grade in body.grading.grades}
        assert targets == {
            "on_the_spot": 3,
            "minor": 10,
            "moderate": 25,
            "major": 40,
            "catastrophic": 40,
        }
    assert millbrook.response.target_max_wd.in_force == 40
    assert millbrook.response.target_ideal_cd.in_force == (7, 14)


@pytest.mark.requirement("CC-4")
def test_a_worry_about_welfare_reaches_a_senior_manager_and_lost_contact_is_told_in_writing(
    hwe, west_essex
) -> None:
    manager = ("senior_nursing_manager",)
    at_hwe, do = escalation(hwe, settled_in_team=True, welfare_worry=True)
    assert (at_hwe, do) == (manager, "Tell them in writing and agree how contact is kept.")
    there, do = escalation(west_essex, settled_in_team=False, welfare_worry=False)
    assert there == (*manager, "executive_committee")
    assert "in writing" in do


@pytest.mark.requirement("CC-3")
def test_each_reason_for_closing_is_kept_apart_from_every_other() -> None:
    assert set(EARLY_CLOSE_REASONS) == {
        "no_consent",
        "no_confirmation",
        "withdrawn",
        "ineligible",
        "out_of_time",
        "redirected",
        "resolved_early",
        "vexatious_ended",
        "nobody_to_answer",
        "passed_on",
    }
    assert len(set(EARLY_CLOSE_REASONS.values())) == len(EARLY_CLOSE_REASONS)


@pytest.mark.requirement("CC-1", "PP-12")
def test_west_essex_asks_three_times_for_confirmation_ten_working_days_apart(
    west_essex, read
) -> None:
    sent = [("summary_sent", day) for day in ("2026-03-02", "2026-03-16", "2026-03-30")]
    due = [read(west_essex, "confirmation", "2026-03-02", *sent[:n]).due for n in (1, 2, 3)]
    assert [day.isoformat() for day in due] == ["2026-03-16", "2026-03-30", "2026-04-15"]
    last = read(west_essex, "confirmation", "2026-03-02", *sent)
    assert "the person is told so in writing" in last.why[-1]
