"""What is sent is stored once, with its reference, whatever fails around it."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from feedback_forms.actions.receive_submission import NotFinished, receive_submission
from feedback_forms.models import FormPage, Submission
from permissions import outbox
from permissions.models import OutboxItem
from tests.feedback_forms.small_form import ANSWERS, finished_draft

pytestmark = pytest.mark.django_db
AWAY = "tests.feedback_forms.office.FailingOffice"
EVENING = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_a_complaint_is_stored_with_its_reference_and_the_date_to_hear_by(
    form_page: FormPage, office
) -> None:
    received = receive_submission(draft=finished_draft(form_page), received_at=EVENING)
    assert received.reference == "HWE-2026-0001"
    assert office.opened == ["HWE-2026-0001"]
    assert str(received.hear_by) == "2027-01-03"
    assert received.kind == "complaint"
    assert received.case_opened_at


def test_the_year_of_a_reference_is_londons(form_page: FormPage) -> None:
    summer_night = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    received = receive_submission(draft=finished_draft(form_page), received_at=summer_night)
    assert received.reference.startswith("HWE-2026-")


@pytest.mark.acceptance("F8")
def test_sending_twice_is_one_complaint(form_page: FormPage, office) -> None:
    draft = finished_draft(form_page)
    first = receive_submission(draft=draft)
    assert receive_submission(draft=draft) == first
    assert Submission.objects.count() == 1
    assert len(office.opened) == 1
    assert OutboxItem.objects.count() == 2


def test_with_the_case_office_away_the_person_has_a_reference_and_the_office_is_asked_again(
    form_page: FormPage, settings, office
) -> None:
    settings.CANDOUR_CASE_OFFICE = AWAY
    received = receive_submission(draft=finished_draft(form_page))
    assert received.reference
    assert received.hear_by is None
    assert outbox.undelivered() == 1
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"
    waiting = OutboxItem.objects.get(topic="open_case")
    outbox.work(now=waiting.next_try_at)
    received.refresh_from_db()
    assert received.hear_by
    assert office.opened == [received.reference]
    assert outbox.undelivered() == 0


@pytest.mark.acceptance("F37")
def test_the_receipt_holds_the_reference_and_no_word_of_the_complaint(form_page: FormPage) -> None:
    received = receive_submission(draft=finished_draft(form_page))
    outbox.work()
    [message] = mail.outbox
    assert message.to == ["ana@example.org"]
    assert received.reference in message.body
    assert "by " in message.body
    for answer in ("lost the referral", "Ana", "asked me"):
        assert answer not in message.body + message.subject


def test_without_an_address_no_receipt_is_mailed(form_page: FormPage) -> None:
    answers = {key: value for key, value in ANSWERS.items() if key != "your_email"}
    receive_submission(draft=finished_draft(form_page, answers))
    outbox.work()
    assert mail.outbox == []
    assert OutboxItem.objects.filter(done_at=None).count() == 0


def test_with_the_mail_server_away_the_receipt_is_tried_again(
    form_page: FormPage, settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    received = receive_submission(draft=finished_draft(form_page))
    assert received.hear_by
    outbox.work()
    assert outbox.undelivered() == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    outbox.work(now=OutboxItem.objects.get(topic="send_receipt").next_try_at)
    assert len(mail.outbox) == 1


def test_a_form_that_lacks_an_answer_is_not_received(form_page: FormPage) -> None:
    answers = {key: value for key, value in ANSWERS.items() if key != "story"}
    with pytest.raises(NotFinished) as caught:
        receive_submission(draft=finished_draft(form_page, answers))
    assert caught.value.page_key == "what-happened"
    assert (Submission.objects.count(), OutboxItem.objects.count()) == (0, 0)


def test_what_was_answered_is_read_by_meaning_and_as_it_was_asked(form_page: FormPage) -> None:
    received = receive_submission(draft=finished_draft(form_page))
    assert received.by_meaning() == {
        "representation.reason": "asked",
        "complainant.name": "Ana O’Brien",
        "complainant.email": "ana@example.org",
        "story": "The clinic lost the referral.",
    }
    assert [(asked.label, asked.lines) for asked in received.questions_and_answers()] == [
        ("Why are you complaining for them?", ("They asked me to",)),
        ("Your full name", ("Ana O’Brien",)),
        ("Your email address", ("ana@example.org",)),
        ("What happened?", ("The clinic lost the referral.",)),
    ]


def test_a_question_skipped_reads_not_provided(form_page: FormPage) -> None:
    answers = {key: value for key, value in ANSWERS.items() if key != "your_email"}
    received = receive_submission(draft=finished_draft(form_page, answers))
    asked = {asked.label: asked.lines for asked in received.questions_and_answers()}
    assert asked["Your email address"] == ("Not provided",)
