"""What the person answers: the summary, consent organisation by organisation, a date."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.answer_consent import answer_consent
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.propose_date import propose_date
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.actions.set_period import set_period
from staff_workspace.models import Consent, DateProposal, Task
from staff_workspace.policy.disclosure import may_share
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.complaint_record import response_period
from tests.staff_workspace.complainant.conftest import Sent, address, audited, text
from tests.workspace_people import at

TRUST, PRACTICE = "Riverbank Hospital Trust", "Mill Lane Practice"


@pytest.fixture
def asked(sent: Sent, people: dict[str, Any]) -> Consent:
    """A statement that names two organisations."""
    return make_consent_statement(
        case=sent.case,
        by=people["officer"],
        organisations=[TRUST, PRACTICE],
        giver="Nia Example",
        at=at(20),
    )


def sign(client: Client, consent: Consent, *answers: str, name: str = "Nia Example") -> Any:
    """Answer for each organisation and sign."""
    given = {f"answer_{place}": answer for place, answer in enumerate(answers)}
    return client.post(address("consent", consent.pk), {**given, "typed_name": name})


@pytest.mark.requirement("IN-8", "CC-1")
def test_the_summary_is_confirmed_online(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    record_summary_sent(case=sent.case, by=people["officer"], sent_at=at(20), channel="online")
    assert "Nine hours on a trolley" in text(opened.get(address("summary")))
    opened.post(address("summary"), {"answer": "right"})
    event = sent.case.events.get(name="summary_confirmed")
    assert (event.at, event.detail) == (at(20), "")
    assert not sent.case.tasks.exists()
    assert opened.get(address("summary")).status_code == 404


@pytest.mark.requirement("IN-8", "CC-1")
def test_a_correction_stands_in_the_timeline_and_has_staff_look_again(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    record_summary_sent(case=sent.case, by=people["officer"], sent_at=at(20), channel="online")
    refused = opened.post(address("summary"), {"answer": "wrong"})
    assert "Enter what is missing or wrong" in text(refused)
    opened.post(address("summary"), {"answer": "wrong", "corrections": "It was eleven hours"})
    assert sent.case.events.get(name="summary_confirmed").detail == "It was eleven hours"
    assert sent.case.summaries.get().corrections == "It was eleven hours"
    assert sent.case.tasks.get().kind == Task.Kind.SUMMARY


@pytest.mark.requirement("CN-1", "CN-5", "REG-15")
def test_each_organisation_is_agreed_to_or_refused_by_itself(
    opened: Client, sent: Sent, asked: Consent
) -> None:
    sign(opened, asked, "yes", "no")
    asked.refresh_from_db()
    assert (asked.answer, asked.method, asked.signed_name) == ("signed", "online", "Nia Example")
    record, today = [asked.record], date(2026, 11, 20)
    assert may_share(record, organisation=TRUST, on=today)[0]
    assert not may_share(record, organisation=PRACTICE, on=today)[0]
    assert asked.lacks == ()
    said = text(opened.get(address("status")))
    assert f"We may talk to {TRUST}: yes" in said
    assert f"We may talk to {PRACTICE}: no" in said
    assert audited(sent.case)[-2:] == ["complainant.act", "complainant.look"]


@pytest.mark.requirement("CN-1", "CN-5")
def test_no_to_all_is_a_refusal(opened: Client, sent: Sent, asked: Consent) -> None:
    sign(opened, asked, "no", "no")
    asked.refresh_from_db()
    assert asked.answer == "refused"
    assert sent.case.events.filter(name="consent_refused").exists()


@pytest.mark.requirement("CN-5", "REG-15")
def test_one_organisation_is_taken_back_and_the_other_stays(
    opened: Client, sent: Sent, asked: Consent
) -> None:
    sign(opened, asked, "yes", "yes")
    opened.post(address("withdraw_consent", asked.pk), {"organisations": [TRUST]})
    asked.refresh_from_db()
    assert asked.agreed_organisations == [PRACTICE]
    assert asked.answer == "signed"
    opened.post(address("withdraw_consent", asked.pk), {})
    asked.refresh_from_db()
    assert asked.answer == "withdrawn"
    assert not may_share([asked.record], organisation=PRACTICE, on=date(2026, 11, 20))[0]


@pytest.mark.requirement("REG-15")
@pytest.mark.parametrize(
    ("answers", "name", "says"),
    [
        (("yes",), "Nia Example", f"Select yes or no for {PRACTICE}"),
        (("yes", "no"), "", "Enter your full name"),
    ],
)
def test_an_answer_without_signature_or_organisation_is_none(
    opened: Client, asked: Consent, answers: tuple[str, ...], name: str, says: str
) -> None:
    assert says in text(sign(opened, asked, *answers, name=name))
    asked.refresh_from_db()
    assert asked.answer == "waiting"


@pytest.mark.requirement("CN-2")
def test_a_representative_does_not_sign_what_the_patient_signs(
    send: Any, people: dict[str, Any]
) -> None:
    sent = send(on_behalf=True, representation="asked")
    consent = make_consent_statement(
        case=sent.case, by=people["officer"], organisations=[TRUST], giver="Owen Example", at=at(20)
    )
    with pytest.raises(NotAllowed, match="The patient signs"):
        answer_consent(consent=consent, by=sent.by, answers={TRUST: True}, typed_name="Nia")
    consent.refresh_from_db()
    assert consent.answer == "waiting"


def test_another_case_s_statement_is_not_found(opened: Client, send: Any, people: Any) -> None:
    other = send()
    consent = make_consent_statement(
        case=other.case, by=people["officer"], organisations=[TRUST], giver="Nia", at=at(20)
    )
    assert opened.get(address("consent", consent.pk)).status_code == 404
    assert sign(opened, consent, "yes").status_code == 404


def propose(sent: Sent, people: dict[str, Any], new: date = date(2027, 1, 15)) -> DateProposal:
    """A date that waits for an answer."""
    return propose_date(
        case=sent.case, by=people["officer"], new=new, reason="Two services answer", at=at(20)
    )


@pytest.mark.requirement("REG-13", "CL-3")
def test_a_date_is_agreed_with_the_day_of_the_agreement(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    proposal = propose(sent, people)
    assert "Two services answer" in text(opened.get(address("proposal", proposal.pk)))
    opened.post(address("proposal", proposal.pk), {"answer": "yes"})
    event = sent.case.events.get(name="response_agreed")
    assert (event.at, event.second_date) == (at(20), date(2027, 1, 15))
    sent.case.refresh_from_db()
    assert sent.case.response_due == date(2027, 1, 15)


@pytest.mark.requirement("REG-13")
def test_a_date_that_is_declined_is_set_by_the_body_and_the_page_says_so(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    acknowledge(
        case=sent.case, by=officer, sent_at=at(20, 9), channel="letter", offered_discussion=True
    )
    proposal = propose(sent, people)
    opened.post(address("proposal", proposal.pk), {"answer": "no", "words": "Far too late"})
    assert sent.case.events.get(name="date_declined").detail == "Far too late"
    assert sent.case.tasks.get(done_at=None).kind == Task.Kind.DATE
    sent.case.refresh_from_db()
    set_period(case=sent.case, by=officer, until=date(2027, 1, 4), told_at=at(20), channel="letter")
    assert "15 January 2027, was declined" in sent.case.events.get(name="period_set").detail
    assert response_period(sent.case).set_by_body == date(2027, 1, 4)
    assert not sent.case.tasks.filter(done_at=None).exists()
    said = text(opened.get(address("status")))
    assert "We set 4 January 2027 ourselves, because you did not agree to another date." in said


def test_a_new_proposal_takes_the_place_of_the_one_that_waits(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    first = propose(sent, people)
    propose(sent, people, date(2027, 2, 1))
    said = text(opened.post(address("proposal", first.pk), {"answer": "yes"}))
    assert "does not wait for an answer any more" in said
    assert not sent.case.events.filter(name="response_agreed").exists()


def test_staff_propose_a_date_in_the_browser(
    body: Any, sent: Sent, people: dict[str, Any], client_for: Any
) -> None:
    staff = client_for(body)
    staff.force_login(people["officer"])
    given = {"new-day": "15", "new-month": "1", "new-year": "2027", "reason": "Two services"}
    staff.post(reverse("staff_workspace:propose_date", args=[sent.case.reference]), given)
    assert sent.case.date_proposals.get().new == date(2027, 1, 15)
