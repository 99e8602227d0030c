"""How the person may be reached, stopping, and asking to open it again."""

from typing import Any

import pytest
from django.test import Client

from staff_workspace.actions.reopen_case import reopen_case
from staff_workspace.actions.withdraw_case import withdraw_case
from staff_workspace.models import Party, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.electronic_consents import against_email
from tests.staff_workspace.complainant.conftest import NOW, Sent, address, text
from tests.workspace_people import at

WISHES = {
    "preference": "phone",
    "email": "nia@example.org",
    "email_agreed": "no",
    "phone": "07700 900 982",
    "not_safe": "Do not leave voicemail",
}


@pytest.mark.requirement("REG-15")
def test_consent_to_e_mail_is_taken_back_and_given_again_to_another_address(
    opened: Client, sent: Sent
) -> None:
    opened.post(address("contact"), WISHES)
    sent.case.refresh_from_db()
    assert (sent.case.contact_preference, sent.case.safe_contact) == (
        "phone",
        "Do not leave voicemail",
    )
    assert against_email(sent.case, at=at(21))
    opened.post(
        address("contact"),
        {**WISHES, "email": "new@example.org", "email_agreed": "yes", "not_safe": ""},
    )
    assert not against_email(sent.case, at=at(21))
    kept = sent.case.electronic_consents.values_list("address", "withdrawn_at")
    assert list(kept) == [("nia@example.org", NOW), ("new@example.org", None)]
    assert sent.case.tasks.get().kind == Task.Kind.CONTACT


def test_addresses_and_numbers_stay_out_of_the_timeline(opened: Client, sent: Sent) -> None:
    opened.post(address("contact"), {**WISHES, "email": "secret@example.org"})
    detail = sent.case.events.get(name="contact_changed").detail
    assert "A new e-mail address." in detail
    for hidden in ("secret@", "nia@", "982", "voicemail"):
        assert hidden not in detail
    assert sent.case.parties.get(role=Party.Role.COMPLAINANT).email == "secret@example.org"


def test_who_wants_e_mail_gives_an_address(opened: Client) -> None:
    said = text(opened.post(address("contact"), {**WISHES, "email": "", "preference": "email"}))
    assert "Enter your email address" in said


@pytest.mark.requirement("WD-1")
def test_stopping_takes_effect_at_once_and_staff_finish_it(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    asks = text(opened.get(address("stop")))
    assert "we tell those you complained about" in asks
    assert "Confirm that you want to stop" in text(opened.post(address("stop"), {}))
    opened.post(address("stop"), {"sure": "true", "why": "It is settled"})
    sent.case.refresh_from_db()
    assert sent.case.withdrawn_at == NOW
    assert sent.case.events.get(name="withdrawn").detail == "It is settled"
    said = text(opened.get(address("status")))
    assert "You stopped it" in said
    assert "The law says" not in said
    officer = people["officer"]
    finish = {"case": sent.case, "by": officer, "withdrawn_at": NOW, "way": "in_writing"}
    with pytest.raises(NotAllowed, match="Tell those who were complained about"):
        withdraw_case(**finish, told_those_named=False)
    withdraw_case(**finish, told_those_named=True)
    assert (sent.case.state, sent.case.closed_because) == ("closed", "withdrawn")
    assert sent.case.events.filter(name="withdrawn").count() == 1
    assert not sent.case.tasks.filter(done_at=None).exists()


@pytest.mark.requirement("WD-1")
def test_a_second_stop_changes_nothing(opened: Client, sent: Sent) -> None:
    opened.post(address("stop"), {"sure": "true"})
    said = text(opened.post(address("stop"), {"sure": "true"}))
    assert "You have stopped this already" in said
    assert sent.case.events.filter(name="withdrawn").count() == 1


@pytest.fixture
def answered(sent: Sent) -> Sent:
    """The same complaint with its response."""
    sent.case.state, sent.case.responded_at = "responded", NOW
    sent.case.acknowledged_at = NOW
    sent.case.save()
    return sent


def test_the_person_asks_to_open_it_again_and_the_decision_ends_the_task(
    opened: Client, answered: Sent, people: dict[str, Any]
) -> None:
    assert "Ask us to look again" in text(opened.get(address("status")))
    opened.post(address("reopen"), {"questions": "Who was on duty?"})
    assert answered.case.tasks.get().kind == Task.Kind.REOPENING
    again = text(opened.post(address("reopen"), {"questions": "And why?"}))
    assert "You have asked already" in again
    reopen_case(
        case=answered.case,
        by=people["governance"],
        asked_at=NOW,
        questions="Who was on duty?",
        new_matter=False,
        left_to_answer=True,
        answered_by="the team",
    )
    assert not answered.case.tasks.filter(done_at=None).exists()


def test_before_there_is_an_answer_nothing_is_opened_again(opened: Client, sent: Sent) -> None:
    said = text(opened.post(address("reopen"), {"questions": "Now?"}))
    assert "This is not possible as things stand" in said
