"""What the regulations ask of every body, whatever its policy says."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from staff_workspace.documents.report_figures import ReportFigures
from staff_workspace.policy.annual_report_duties import CONTENTS, contents_missing, recipients
from staff_workspace.policy.arrangements import ARRANGEMENTS, lacking
from staff_workspace.policy.co_operation import Request, lead_missing, owed
from staff_workspace.policy.complaint_record import (
    ComplaintRecord,
    Told,
    missing,
    original_and_amended,
    was_met,
)
from staff_workspace.policy.electronic_communication import (
    ElectronicConsent,
    may_send,
    signature_suffices,
)
from staff_workspace.policy.response_period import Period, in_force, still_owed
from staff_workspace.policy.responsible_people import may_act, offices, unfilled
from staff_workspace.policy.sign_off import may_sign

BODIES = ["hwe", "west_essex", "millbrook", "statute"]
D = date.fromisoformat


@pytest.mark.requirement("REG-3")
@pytest.mark.parametrize("body", BODIES)
def test_every_body_has_all_the_arrangements_of_regulation_3(body: str, request) -> None:
    assert len(ARRANGEMENTS) == 7
    assert lacking(request.getfixturevalue(body)) == ()


@pytest.mark.requirement("REG-3")
@pytest.mark.parametrize(
    ("section", "key", "named"),
    [
        ("sign_off", "qa_role", "efficient"),
        ("acknowledgement", "conversation", "respect"),
        ("acknowledgement", "conversation", "timely"),
        ("acknowledgement", "acknowledgement_tells", "help"),
        ("response", "statutory_months", "timely"),
    ],
)
def test_an_arrangement_that_is_taken_away_is_named(
    hwe, section: str, key: str, named: str
) -> None:
    stored = hwe.to_dict()
    empty = {"statutory_months": 0, "qa_role": ""}.get(key, [])
    stored[section][key] |= {"in_force": empty, "policy_says": empty}
    assert ARRANGEMENTS[named][0] in lacking(type(hwe).from_dict(stored))


@pytest.mark.requirement("REG-3")
@pytest.mark.parametrize(
    ("element", "named"),
    [("LE-3", "investigated"), ("LE-3", "outcome"), ("LE-6", "outcome"), ("LE-5", "action")],
)
def test_a_letter_without_findings_rights_or_action_breaks_an_arrangement(
    hwe, element: str, named: str
) -> None:
    stored = hwe.to_dict()
    for part in stored["response_letter"]["elements"]:
        if part["key"] == element:
            part["required"] |= {"in_force": False, "policy_says": False}
    assert ARRANGEMENTS[named][0] in lacking(type(hwe).from_dict(stored))


@pytest.mark.requirement("REG-4")
def test_each_body_has_a_responsible_person_and_a_complaints_manager(
    hwe, west_essex, millbrook, statute
) -> None:
    titles = {
        p.body.key: [office.title for office in offices(p)] for p in (hwe, west_essex, millbrook)
    }
    assert titles == {
        "hwe_icb": ["Chief Executive Officer", "Patient Experience Team"],
        "west_essex_ccg": ["Managing Director", "Patient Experience Team"],
        "millbrook": ["Chief Executive", "Head of Risk, Quality and Corporate Governance"],
    }
    for body in (hwe, west_essex, millbrook):
        assert [office.verified for office in offices(body)] == [True, False]
        assert unfilled(body) == ()
    stored = statute.to_dict()
    stored["roles"] = [role for role in stored["roles"] if role["key"] != "complaints_manager"]
    assert "complaints manager" in unfilled(type(statute).from_dict(stored))[0]


@pytest.mark.requirement("REG-4")
def test_the_functions_of_either_office_can_be_delegated(hwe, west_essex, millbrook) -> None:
    nobody: frozenset[str] = frozenset()
    for office in ("responsible_person", "complaints_manager"):
        assert may_act(office, holds=frozenset({office}), authorised_for=nobody)
        assert may_act(office, holds=nobody, authorised_for=frozenset({office}))
        assert not may_act(office, holds=frozenset({"handler"}), authorised_for=nobody)
    for body in (hwe, west_essex, millbrook):
        deputy = {"signer": "ben", "drafted_by": "ana", "signer_roles": nobody}
        assert may_sign(body, named_deputy=True, **deputy)[0]


@pytest.mark.requirement("REG-9")
def test_another_body_gets_what_is_relevant_once_consent_covers_it() -> None:
    assert owed(Request("information")) == (True, "Share what is relevant to the complaint.")
    without = owed(Request("information", consent=False))
    assert (without[0], "Ask for consent first" in without[1]) == (False, True)
    assert not owed(Request("information", relevant=False))[0]


@pytest.mark.requirement("REG-9")
def test_a_body_attends_a_meeting_that_is_reasonably_needed() -> None:
    assert owed(Request("meeting"))[0]
    assert not owed(Request("meeting", reasonable=False))[0]
    assert owed(Request("meeting", consent=False))[0]


@pytest.mark.requirement("REG-9")
def test_bodies_agree_who_leads_and_tell_the_person() -> None:
    assert owed(Request("agree_lead", relevant=False))[0]
    assert lead_missing(2, lead="", told_person=False) == (
        "which body leads and answers",
        "that the person is told who leads",
    )
    assert lead_missing(2, lead="hwe_icb", told_person=True) == ()
    assert lead_missing(1, lead="", told_person=False) == ()


@pytest.mark.requirement("REG-13")
def test_without_a_discussion_the_body_sets_the_period_and_tells_it_in_writing() -> None:
    assert still_owed(Period()) == ("offer to discuss how the complaint is handled, and by when",)
    offered = Period(offered=D("2026-03-04"))
    assert still_owed(offered) == ("discuss it, or note that the offer was declined",)
    declined = replace(offered, declined=True)
    assert still_owed(declined) == ("set the period", "tell the person the period in writing")
    silent = replace(declined, set_by_body=D("2026-04-29"))
    assert still_owed(silent) == ("tell the person the period in writing",)
    assert in_force(silent) is None
    told = replace(silent, told_in_writing=D("2026-03-10"))
    assert in_force(told) == D("2026-04-29")


@pytest.mark.requirement("REG-13")
def test_a_period_agreed_in_the_discussion_counts_at_once() -> None:
    agreed = Period(offered=D("2026-03-04"), agreed=D("2026-04-10"))
    assert still_owed(agreed) == ()
    assert in_force(agreed) == D("2026-04-10")
    assert in_force(replace(agreed, offered=None)) is None


EMAIL = ElectronicConsent("Maya@example.org", D("2026-03-02"), withdrawn=D("2026-04-01"))


@pytest.mark.requirement("REG-15")
def test_letters_go_electronically_only_with_consent_to_that_address() -> None:
    assert may_send([EMAIL], address="maya@example.org ", on=D("2026-03-02")) == (True, "")
    for consents, address in (([], "maya@example.org"), ([EMAIL], "other@example.org")):
        allowed, why = may_send(consents, address=address, on=D("2026-03-05"))
        assert not allowed
        assert "by post" in why


@pytest.mark.requirement("REG-15")
def test_consent_to_electronic_means_can_be_taken_back_and_given_again() -> None:
    asked = {"address": "maya@example.org"}
    assert not may_send([EMAIL], on=D("2026-03-01"), **asked)[0]
    assert may_send([EMAIL], on=D("2026-03-31"), **asked)[0]
    assert not may_send([EMAIL], on=D("2026-04-01"), **asked)[0]
    again = ElectronicConsent("maya@example.org", D("2026-05-01"))
    assert may_send([EMAIL, again], on=D("2026-05-01"), **asked)[0]


@pytest.mark.requirement("REG-15")
def test_a_typed_name_signs_what_goes_electronically_and_nothing_on_paper() -> None:
    assert signature_suffices(typed_name="B. Osei", electronic=True, ink=False)
    assert not signature_suffices(typed_name=" ", electronic=True, ink=False)
    assert not signature_suffices(typed_name="B. Osei", electronic=False, ink=False)
    assert signature_suffices(typed_name="", electronic=False, ink=True)


RECORD = ComplaintRecord(
    complaint="The visit was cancelled twice",
    subject="Appointments",
    outcome="upheld",
    periods=(
        Told(D("2026-04-20"), D("2026-05-15")),
        Told(D("2026-03-05"), D("2026-04-24")),
    ),
    response_sent=D("2026-05-15"),
)


@pytest.mark.requirement("REG-17")
def test_the_record_holds_complaint_subject_outcome_period_and_whether_it_was_met() -> None:
    assert missing(RECORD) == ()
    assert missing(ComplaintRecord()) == (
        "the complaint",
        "its subject",
        "its outcome",
        "the period that the person was told",
        "whether the period was met",
    )
    assert missing(replace(RECORD, outcome=" ")) == ("its outcome",)


@pytest.mark.requirement("REG-17", "CL-3")
def test_the_period_first_told_is_kept_beside_every_amendment() -> None:
    assert original_and_amended(RECORD) == (D("2026-04-24"), (D("2026-05-15"),))
    assert original_and_amended(ComplaintRecord()) == (None, ())


@pytest.mark.requirement("REG-17")
def test_whether_the_period_was_met_is_judged_by_the_one_in_force() -> None:
    assert was_met(RECORD) is True
    assert was_met(replace(RECORD, response_sent=D("2026-05-16"))) is False
    too_late = Told(D("2026-04-25"), D("2026-06-30"))
    only_first = replace(RECORD, periods=(RECORD.periods[1], too_late))
    assert was_met(only_first) is False
    assert was_met(replace(RECORD, response_sent=None)) is None
    assert was_met(replace(RECORD, periods=())) is None


@pytest.mark.requirement("REG-18")
def test_the_yearly_report_has_everything_that_regulation_18_names() -> None:
    full = {
        "complaints_received": 3,
        "well_founded": 0,
        "referred_to_ombudsman": 0,
        "by_subject": ("Appointments",),
        "matters_of_importance": ("Waiting for consent takes long",),
        "lessons": ("Visits are confirmed the day before",),
    }
    assert contents_missing(full) == ()
    for key, words in CONTENTS.items():
        assert contents_missing({k: v for k, v in full.items() if k != key}) == (words,)
    assert contents_missing(full | {"lessons": ()}) == (CONTENTS["lessons"],)
    quiet = dict.fromkeys(CONTENTS, ()) | dict.fromkeys(
        ("complaints_received", "well_founded", "referred_to_ombudsman"), 0
    )
    assert contents_missing(quiet) == ()


@pytest.mark.requirement("REG-18")
def test_the_figures_that_we_publish_have_a_place_for_each_of_them() -> None:
    held = {field.name for field in fields(ReportFigures)} | set(dir(ReportFigures))
    assert set(CONTENTS) <= held


@pytest.mark.requirement("REG-18")
def test_a_provider_sends_its_report_to_its_commissioner_and_anyone_may_ask_for_it(
    hwe, west_essex, millbrook, statute
) -> None:
    assert recipients(millbrook) == ("board", "commissioner", "anyone_who_asks")
    for body in (hwe, west_essex):
        assert recipients(body) == ("board", "public", "anyone_who_asks")
    assert recipients(statute) == ("commissioner", "anyone_who_asks")
