"""Letters go by e-mail only to those who agreed to it, and who have not taken it back."""

from typing import Any

import pytest
from django.utils import timezone

from feedback_forms.rules.meanings import Meaning
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.open_parties import add_parties
from staff_workspace.actions.record_email_consent import record_email_consent
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.staff_workspace.actions.working_a_case import to_sign_off
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("REG-15")


def test_a_signed_response_goes_by_post_once_the_consent_to_e_mail_is_withdrawn(
    own_case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    to_sign_off(own_case, people)
    sign_response(case=own_case, by=people["signatory"], version=1, at=at(3, month=12))
    record_email_consent(case=own_case, by=officer, given=False, on=at(4, 9, month=12))
    sending = {"case": own_case, "by": officer, "sent_at": at(4, month=12)}
    with pytest.raises(NotAllowed, match="No consent to electronic means"):
        send_response(**sending, channel="email")
    assert own_case.responses.get().sent_at is None
    send_response(**sending, channel="post")
    assert own_case.state == "responded"


def test_a_response_goes_by_e_mail_to_somebody_who_agreed(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_sign_off(own_case, people)
    sign_response(case=own_case, by=people["signatory"], version=1, at=at(3, month=12))
    send_response(case=own_case, by=people["officer"], sent_at=at(4, month=12), channel="email")
    assert own_case.state == "responded"


def test_an_acknowledgement_by_e_mail_waits_for_the_consent(
    own_case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    own_case.electronic_consents.all().delete()
    ack = {"case": own_case, "by": officer, "channel": "email", "offered_discussion": True}
    with pytest.raises(NotAllowed, match="by post"):
        acknowledge(**ack, sent_at=at(20))
    record_email_consent(case=own_case, by=officer, given=True, on=at(20), note="On the phone")
    acknowledge(**ack, sent_at=at(20, 12))
    consent = own_case.electronic_consents.get()
    assert (consent.address, consent.recorded_by) == ("nia@example.org", officer)


def test_consent_is_withdrawn_once_kept_on_record_and_may_be_given_again(
    own_case: Case, people: dict[str, Any]
) -> None:
    answer = {"case": own_case, "by": people["officer"]}
    with pytest.raises(NotAllowed, match="agreed to this address already"):
        record_email_consent(**answer, given=True, on=at(20))
    record_email_consent(**answer, given=False, on=at(20))
    with pytest.raises(NotAllowed, match="no consent that could be withdrawn"):
        record_email_consent(**answer, given=False, on=at(21))
    record_email_consent(**answer, given=True, on=at(21))
    first, second = own_case.electronic_consents.all()
    assert (first.withdrawn_at, second.withdrawn_at) == (at(20), None)
    titles = own_case.events.filter(name="email_consent").values_list("title", flat=True)
    assert set(titles) == {"Withdrew the consent to e-mail", "Agreed to letters by e-mail"}


def test_without_an_address_there_is_nothing_to_agree_to(
    own_case: Case, people: dict[str, Any]
) -> None:
    own_case.parties.update(email="")
    with pytest.raises(NotAllowed, match="no e-mail address"):
        record_email_consent(case=own_case, by=people["officer"], given=True, on=at(20))


@pytest.mark.parametrize(("answer", "kept"), [("yes", 1), ("no", 0), ("", 0)])
def test_what_the_form_was_told_about_e_mail_is_kept_on_the_case(
    own_case: Case, answer: str, kept: int
) -> None:
    own_case.parties.all().delete()
    own_case.electronic_consents.all().delete()
    answers = {
        Meaning.COMPLAINANT_NAME: "Nia Example",
        Meaning.COMPLAINANT_EMAIL: "nia@example.org",
        Meaning.CONSENT_EMAIL: answer,
    }
    add_parties(own_case, answers)
    assert own_case.electronic_consents.count() == kept
    for consent in own_case.electronic_consents.all():
        assert consent.as_rule().given == timezone.localdate(own_case.received_at)
