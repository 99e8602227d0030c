"""Who may complain, the first steps, lost contact, overdue cases and e-mail."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CaseFacts, Event, read_clocks
from staff_workspace.policy.first_steps import (
    acknowledgement_lacks,
    conversation_open,
    first_contact_lacks,
)
from staff_workspace.policy.lost_contact import escalation
from staff_workspace.policy.overdue import DUTIES, duties
from staff_workspace.policy.secure_mail import encryption_fault, may_go_plain, subject_faults
from staff_workspace.policy.who_may_complain import carer_question, may_complain


@pytest.mark.requirement("WC-1", "IN-3")
def test_everybody_whom_the_law_lets_complain_may_complain_anywhere(
    hwe, west_essex, millbrook
) -> None:
    for body in (hwe, west_essex, millbrook):
        for relation in ("patient", "affected", "representative"):
            assert may_complain(body, relation) == (True, "")
    assert may_complain(millbrook, "professional")[0]
    assert may_complain(west_essex, "neighbour")[0]
    assert not may_complain(hwe, "neighbour")[0]


@pytest.mark.requirement("WC-4")
def test_a_carer_is_asked_in_whose_name_they_complain(hwe) -> None:
    assert "for yourself" in (carer_question(hwe, is_carer=True) or "")
    assert carer_question(hwe, is_carer=False) is None
    stored = hwe.to_dict()
    stored["eligibility"]["carer_asked_in_whose_name"]["in_force"] = False
    stored["eligibility"]["carer_asked_in_whose_name"]["reason"] = "tried"
    assert carer_question(type(hwe).from_dict(stored), is_carer=True) is None


@pytest.mark.requirement("CL-4")
def test_the_first_conversation_covers_what_the_policy_lists(millbrook, hwe) -> None:
    assert len(conversation_open(millbrook, [])) == 7
    covered = ["apology", "issues", "expectations", "form_of_response", "support", "investigator"]
    assert conversation_open(millbrook, covered) == ("By when the response comes",)
    assert "The plan for the case" in conversation_open(hwe, [])


@pytest.mark.requirement("CL-5", "REG-13", "IN-8", "T-12")
def test_the_record_of_an_oral_complaint_is_sent_whether_or_not_it_is_asked_for(
    millbrook, hwe
) -> None:
    told = ["offer_to_discuss"]
    lacks = acknowledgement_lacks(millbrook, told, oral=True, consent_needed=False)
    assert lacks == ("A written record of what was said, with a copy",)
    assert acknowledgement_lacks(millbrook, told, oral=False, consent_needed=False) == ()
    at_hwe = acknowledgement_lacks(hwe, [], oral=False, consent_needed=True)
    assert "Where to get help from an advocate" in at_hwe
    assert "The request for consent, where it is needed" in at_hwe


ORAL = "A written record of what was said, with a copy"


@pytest.mark.requirement("IN-8", "CL-5", "T-12")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_no_acknowledgement_of_an_oral_complaint_is_complete_without_its_record(
    body, request
) -> None:
    profile = request.getfixturevalue(body)
    assert ORAL in acknowledgement_lacks(profile, [], oral=True, consent_needed=False)
    written = acknowledgement_lacks(profile, [], oral=False, consent_needed=False)
    assert ORAL not in written
    assert "The offer to discuss how the complaint is dealt with, and by when" in written


@pytest.mark.requirement("CL-5", "CL-4")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_hwe_and_west_essex_tell_of_advocacy_the_plan_consent_and_ask_to_confirm(
    body, request
) -> None:
    profile = request.getfixturevalue(body)
    assert len(acknowledgement_lacks(profile, [], oral=True, consent_needed=True)) == 6
    assert conversation_open(profile, []) == (
        "The plan for the case",
        "The points to be looked into, in writing",
        "How the person is kept informed",
    )


@pytest.mark.requirement("CL-4", "REG-13")
def test_the_law_has_the_handling_and_the_time_discussed(statute) -> None:
    assert conversation_open(statute, []) == (
        "How the complaint is dealt with",
        "By when the response comes",
    )


@pytest.mark.requirement("CT-1")
def test_millbrooks_first_contact_apologises_and_says_that_the_manager_has_it(
    millbrook, hwe
) -> None:
    assert first_contact_lacks(millbrook, ["apology"]) == (
        "That it has gone to the manager who deals with it",
    )
    assert first_contact_lacks(hwe, []) == ()
    assert millbrook.first_contact.first_contact_by.in_force == ("email", "phone")


@pytest.mark.requirement("CT-1")
def test_millbrook_owes_a_first_contact_for_complaints_and_concerns_only(millbrook, read) -> None:
    assert read(millbrook, "first_contact", "2026-03-02", kind="concern").due is not None
    assert read(millbrook, "first_contact", "2026-03-02", kind="enquiry").due is None


@pytest.mark.requirement("CT-8", "REG-14")
@pytest.mark.parametrize("body", ["hwe", "west_essex", "millbrook", "statute"])
def test_every_body_explains_in_writing_why_the_legal_limit_passed(body, request) -> None:
    facts = CaseFacts("complaint", date(2026, 3, 2), "email")
    late = read_clocks(request.getfixturevalue(body), facts, as_of=date(2026, 9, 2))
    assert duties(late) == DUTIES


@pytest.mark.requirement("CC-4")
def test_lost_contact_goes_to_a_manager_and_at_west_essex_on_to_the_committee(
    hwe, west_essex, millbrook
) -> None:
    roles, _ = escalation(hwe, settled_in_team=False, welfare_worry=False)
    assert roles == ("senior_nursing_manager",)
    further, _ = escalation(west_essex, settled_in_team=False, welfare_worry=False)
    assert further == ("senior_nursing_manager", "executive_committee")
    settled, _ = escalation(west_essex, settled_in_team=True, welfare_worry=True)
    assert settled == ("senior_nursing_manager",)
    worried, _ = escalation(millbrook, settled_in_team=True, welfare_worry=True)
    assert worried == ("governance", "senior_nursing_manager")


@pytest.mark.requirement("CT-8", "REG-14")
def test_when_the_legal_limit_has_passed_the_person_is_told_why_in_writing(hwe) -> None:
    facts = CaseFacts("complaint", date(2026, 3, 2), "email")
    late = date(2026, 9, 2)
    assert duties(read_clocks(hwe, facts, as_of=late)) == DUTIES
    assert duties(read_clocks(hwe, facts, as_of=date(2026, 9, 1))) == ()
    sent = (Event("final_response_sent", late),)
    answered = CaseFacts("complaint", date(2026, 3, 2), "email", events=sent)
    assert duties(read_clocks(hwe, answered, as_of=late)) == ()
    assert duties(()) == ()


@pytest.mark.requirement("SM-1", "PP-38", "CT-1")
def test_a_complaint_on_social_media_is_answered_within_one_working_day(
    millbrook, hwe, read
) -> None:
    clock = read(millbrook, "first_contact", "2026-03-06", channel="social_media")
    assert (clock.due, clock.source) == (date(2026, 3, 9), "13")
    there = read(hwe, "first_contact", "2026-03-06", channel="social_media")
    assert there.state == "not_applicable"


@pytest.mark.requirement("CF-2")
def test_personal_details_go_unencrypted_only_within_a_trusted_domain(
    hwe, west_essex, millbrook
) -> None:
    ours = "a@nhs.net"
    for body in (hwe, west_essex):
        assert may_go_plain(body, sender=ours, recipient="b@NHS.net")
        assert not may_go_plain(body, sender=ours, recipient="b@county.gcsx.gov.uk")
    assert not may_go_plain(hwe, sender=ours, recipient="b@example.org")
    assert not may_go_plain(hwe, sender="a@example.org", recipient="b@example.org")
    assert not may_go_plain(millbrook, sender=ours, recipient="b@nhs.net")
    inside = {"sender": "a@millbrookhealthcare.co.uk", "recipient": "b@millbrookhealthcare.co.uk"}
    assert may_go_plain(millbrook, **inside)


@pytest.mark.requirement("CF-2")
def test_millbrook_encrypts_by_a_word_in_the_subject_of_mail_to_others(millbrook, hwe) -> None:
    outside = {"sender": "a@millbrookhealthcare.co.uk", "recipient": "b@example.org"}
    assert encryption_fault(millbrook, subject="COM00007", **outside) == (
        "Put one of these words into the subject: Encrypt, Secure, Confidential."
    )
    for subject in ("Encrypt COM00007", "COM00007 - confidential"):
        assert encryption_fault(millbrook, subject=subject, **outside) == ""
    inside = outside | {"recipient": "b@millbrookhealthcare.co.uk"}
    assert encryption_fault(millbrook, subject="COM00007", **inside) == ""
    assert encryption_fault(hwe, subject="HWE-2026-0007", **outside) == ""


@pytest.mark.requirement("CF-2", "IN-9")
def test_a_subject_line_carries_the_reference_and_no_details() -> None:
    names = ("Maya Okoro", "")
    assert subject_faults("COM00007: your letter", reference="COM00007", names=names) == ()
    faults = subject_faults("Maya Okoro 943 476 5919", reference="COM00007", names=names)
    assert len(faults) == 3
    own = {"reference": "COM00007", "names": names, "service_user_id": "9434765919"}
    assert subject_faults("Your letter, 9434765919", **own) == ()
    assert subject_faults("Your letter", **own) == ("Put COM00007 into the subject.",)
