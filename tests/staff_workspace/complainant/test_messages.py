"""Messages both ways: nothing of them is mailed, and neither side misses one."""

from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.urls import reverse

from feedback_forms.models import Evidence
from permissions import outbox
from staff_workspace.actions.finish_task import finish_task
from staff_workspace.actions.send_message import send_message
from staff_workspace.actions.write_message import write_message
from staff_workspace.models import Message, OutsideLink, Task
from staff_workspace.presenters.tasks import from_outside
from tests.feedback_forms.evidence.made_files import picture as made_picture
from tests.staff_workspace.complainant.conftest import Sent, address, text

WORDS = "Nobody has called me back"
ANSWER = "We call you on Monday at ten"


def picture(name: str = "ward.jpg") -> SimpleUploadedFile:
    """A small picture."""
    return SimpleUploadedFile(name, made_picture(), "image/jpeg")


def test_a_message_with_a_file_lands_on_the_case_and_on_today(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    opened.post(address("messages"), {"text": WORDS, "file": picture()})
    message = sent.case.messages.get()
    assert (message.text, message.from_person) == (WORDS, True)
    assert message.files.get().evidence.original_name == "ward.jpg"
    assert sent.case.events.get(name="message_in").by_name.startswith("The person")
    waits = from_outside(people["officer"], sent.case.body)
    assert [step.verb for _, step in waits.tasks] == ["Answer a message"]
    assert from_outside(people["colleague"], sent.case.body).count == 0


def test_the_answer_is_read_on_the_page_and_the_mail_says_only_that_there_is_one(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    opened.post(address("messages"), {"text": WORDS})
    send_message(case=sent.case, by=people["officer"], text=ANSWER)
    outbox.work()
    [told] = mail.outbox
    assert told.to == ["nia@example.org"]
    assert told.subject == f"You have a message: {sent.case.reference}"
    assert "/your-complaint/" in told.body
    for hidden in (ANSWER, WORDS, "Officer", "Nia", sent.code):
        assert hidden not in told.body
    assert "1 new message" in text(opened.get(address("status")))
    said = text(opened.get(address("messages")))
    assert ANSWER in said
    assert "Officer wrote" in said
    assert "We need nothing from you now" in text(opened.get(address("status")))
    assert from_outside(people["officer"], sent.case.body).count == 0


@pytest.mark.requirement("REG-15")
@pytest.mark.parametrize("why", ["no consent to e-mail", "contact is not safe"])
def test_nobody_is_mailed_without_consent_or_where_it_is_not_safe(
    sent: Sent, people: dict[str, Any], why: str
) -> None:
    if why == "no consent to e-mail":
        sent.case.electronic_consents.all().delete()
    else:
        sent.case.safe_contact = "My husband reads my e-mail"
        sent.case.save()
    send_message(case=sent.case, by=people["officer"], text=ANSWER)
    outbox.work()
    assert mail.outbox == []


def test_a_consent_that_ends_before_the_mail_leaves_stops_the_mail(
    sent: Sent, people: dict[str, Any]
) -> None:
    send_message(case=sent.case, by=people["officer"], text=ANSWER)
    sent.case.electronic_consents.all().delete()
    outbox.work()
    assert mail.outbox == []


def test_the_same_message_sent_twice_is_one(opened: Client, sent: Sent) -> None:
    opened.post(address("messages"), {"text": WORDS})
    again = opened.post(address("messages"), {"text": WORDS})
    assert "You have sent this message already" in text(again)
    assert sent.case.messages.count() == 1


def test_an_empty_message_is_refused_and_a_bad_file_loses_nothing_typed(
    opened: Client, sent: Sent
) -> None:
    assert "Enter your message" in text(opened.post(address("messages"), {"text": " "}))
    bad = SimpleUploadedFile("virus.exe", b"MZ this is no picture")
    answer = opened.post(address("messages"), {"text": WORDS, "file": bad})
    assert "The selected file must be a PDF" in text(answer)
    assert WORDS in answer.content.decode()
    assert not Message.objects.exists()
    assert not Evidence.objects.exists()


def test_more_evidence_is_added_later(opened: Client, sent: Sent) -> None:
    opened.post(address("evidence"), {"file": picture("letter.jpg"), "note": "From the ward"})
    assert "letter.jpg" in text(opened.get(address("evidence")))
    assert sent.case.evidence.get().evidence.submission == sent.case.submission
    assert "From the ward" in sent.case.events.get(name="evidence_added").detail
    assert sent.case.tasks.get().kind == Task.Kind.EVIDENCE
    assert not OutsideLink.objects.exists()


def test_without_the_receipt_of_the_case_nothing_is_written(send: Any) -> None:
    first, second = send(), send()
    with pytest.raises(Http404):
        write_message(case=first.case, by=second.by, text=WORDS)
    assert not Message.objects.exists()


def test_staff_answer_in_the_browser(
    body: Any, opened: Client, sent: Sent, people: dict[str, Any], client_for: Any
) -> None:
    opened.post(address("messages"), {"text": WORDS})
    staff = client_for(body)
    staff.force_login(people["officer"])
    assert "answer a message" in staff.get("/workspace/").content.decode()
    where = reverse("staff_workspace:messages", args=[sent.case.reference])
    page = staff.get(where).content.decode()
    assert WORDS in page
    assert "Messages (1 new)" in page
    staff.post(where, {"text": ANSWER})
    assert sent.case.messages.filter(text=ANSWER, sent_by=people["officer"]).exists()
    assert "answer a message" not in staff.get("/workspace/").content.decode()


def test_a_message_that_needs_no_answer_is_taken_off_today(
    sent: Sent, people: dict[str, Any]
) -> None:
    write_message(case=sent.case, by=sent.by, text="Thank you")
    finish_task(task=sent.case.tasks.get(), by=people["officer"], note="Only thanks")
    assert from_outside(people["officer"], sent.case.body).count == 0
    assert sent.case.messages.get().read_at
