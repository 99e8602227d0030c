"""Reference and code open what was sent; a code is stored nowhere, and a new one kills the old."""

import json
import time
from datetime import timedelta

import pytest
from django.core import serializers
from django.utils import timezone

from feedback_forms.actions.issue_receipt import SHOWN_FOR, code_to_show
from feedback_forms.actions.open_receipt import open_receipt
from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.actions.reissue_receipt import reissue_receipt
from feedback_forms.models import FormPage, Receipt, Submission
from permissions.models import AuditEvent, OutboxItem
from tests.feedback_forms.small_form import ANSWERS, finished_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(form_page: FormPage) -> Submission:
    """Something just sent."""
    return receive_submission(draft=finished_draft(form_page))


def shown(submission: Submission) -> str:
    """The code on the confirmation."""
    code = code_to_show(submission=submission, now=timezone.now())
    assert code
    return code


def opened(submission: Submission, code: str) -> Submission | None:
    """What the submission's reference opens with the code."""
    return open_receipt(reference=submission.reference, code=code, now=timezone.now())


def test_the_code_that_is_shown_opens_what_was_sent(sent: Submission) -> None:
    assert opened(sent, shown(sent)) == sent
    assert sent.receipt.times_replaced == 0
    assert Receipt.objects.get().last_opened_at


def test_the_reference_is_taken_in_small_letters_and_with_spaces(sent: Submission) -> None:
    typed = f" {sent.reference.lower()} "
    assert open_receipt(reference=typed, code=shown(sent).lower(), now=timezone.now()) == sent


def test_the_confirmation_shows_the_same_code_each_time(sent: Submission) -> None:
    assert shown(sent) == shown(Submission.objects.get(pk=sent.pk))


def test_the_code_is_stored_nowhere(sent: Submission) -> None:
    code = shown(sent)
    for model in (Receipt, Submission, OutboxItem, AuditEvent):
        kept = serializers.serialize("json", model.objects.all())
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_whoever_sends_without_a_name_has_a_code_too(form_page: FormPage) -> None:
    nameless = {key: ANSWERS[key] for key in ("reason", "your_name", "story")}
    received = receive_submission(draft=finished_draft(form_page, nameless))
    assert opened(received, shown(received)) == received


def test_a_wrong_code_and_an_unknown_reference_have_the_same_answer(sent: Submission) -> None:
    code = shown(sent)
    assert opened(sent, code[:-1] + ("C" if code[-1] != "C" else "D")) is None
    assert open_receipt(reference="HWE-2026-9999", code=code, now=timezone.now()) is None
    assert opened(sent, "") is None
    assert Receipt.objects.get().last_opened_at is None


@pytest.mark.parametrize("reference", ["", "\0", "x" * 5000, "李", "' OR 1=1 --"])
def test_strange_references_open_nothing(sent: Submission, reference: str) -> None:
    assert open_receipt(reference=reference, code=shown(sent), now=timezone.now()) is None


def test_a_code_of_another_submission_opens_nothing(sent: Submission, form_page: FormPage) -> None:
    another = receive_submission(draft=finished_draft(form_page))
    assert opened(sent, shown(another)) is None


def test_an_unknown_reference_takes_the_same_time_as_a_wrong_code(sent: Submission) -> None:
    def seconds(reference: str) -> float:
        began = time.thread_time()
        open_receipt(reference=reference, code="K7QM-3XTC-9PDR-W4HN", now=timezone.now())
        return time.thread_time() - began

    # The processor's time, by turns, and the quickest of each: a busy machine counts for nothing.
    took = [(seconds(sent.reference), seconds("HWE-2026-9999")) for _ in range(15)]
    known, unknown = (min(of_one) for of_one in zip(*took, strict=True))
    assert 0.6 < known / unknown < 1.6


def test_a_new_code_kills_the_old_one(sent: Submission, django_user_model) -> None:
    old, now = shown(sent), timezone.now()
    staff = django_user_model.objects.create_user("officer")
    new = reissue_receipt(submission=sent, by=staff, now=now)
    assert opened(sent, old) is None
    assert opened(sent, new) == sent
    receipt = Receipt.objects.get()
    assert (receipt.times_replaced, receipt.replaced_at) == (1, now)


def test_after_a_new_code_the_confirmation_shows_none(sent: Submission, django_user_model) -> None:
    reissue_receipt(submission=sent, by=django_user_model(username="officer"), now=timezone.now())
    assert code_to_show(submission=sent, now=timezone.now()) is None


def test_a_new_code_is_audited_without_it(sent: Submission, django_user_model) -> None:
    staff = django_user_model.objects.create_user("officer")
    new = reissue_receipt(submission=sent, by=staff, now=timezone.now())
    event = AuditEvent.objects.get(action="receipt.reissue")
    assert (event.actor_id, event.object_ref) == (staff.pk, sent.reference)
    assert new not in json.dumps(event.detail)


def test_what_was_sent_before_there_were_receipts_can_have_one(
    sent: Submission, django_user_model
) -> None:
    Receipt.objects.all().delete()
    sent = Submission.objects.get(pk=sent.pk)
    assert code_to_show(submission=sent, now=timezone.now()) is None
    staff = django_user_model.objects.create_user("officer")
    assert opened(sent, reissue_receipt(submission=sent, by=staff, now=timezone.now())) == sent


def test_after_a_day_the_code_is_shown_no_more_but_still_opens(sent: Submission) -> None:
    code, later = shown(sent), timezone.now() + SHOWN_FOR + timedelta(minutes=1)
    assert code_to_show(submission=sent, now=later) is None
    assert opened(sent, code) == sent


def test_a_changed_secret_of_the_server_kills_no_code(sent: Submission, settings) -> None:
    code = shown(sent)
    settings.CANDOUR_RECEIPT_SECRET = "another secret"
    assert code_to_show(submission=sent, now=timezone.now()) is None
    assert opened(sent, code) == sent
