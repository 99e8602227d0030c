"""Nothing that was sent stays without a case because a row was lost."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.actions.sweep_submissions import GRACE, Swept, sweep_submissions
from feedback_forms.models import FormPage, Submission
from permissions import outbox
from permissions.models import OutboxItem
from tests.feedback_forms.small_form import finished_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def without_case(form_page: FormPage, settings) -> Submission:
    """Something sent while the office was away."""
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.FailingOffice"
    sent = receive_submission(draft=finished_draft(form_page))
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.PromptOffice"
    return sent


def later() -> Swept:
    """A sweep after the time of grace."""
    return sweep_submissions(now=timezone.now() + GRACE + timedelta(minutes=1))


def test_a_row_that_is_lost_is_put_back_and_the_case_opened(without_case: Submission) -> None:
    OutboxItem.objects.filter(topic="open_case").delete()
    assert later() == Swept(without_case=1, put_again=1)
    assert OutboxItem.objects.get(topic="open_case").body == without_case.body
    outbox.work()
    without_case.refresh_from_db()
    assert without_case.case_opened_at
    assert later() == Swept(without_case=0, put_again=0)


def test_a_row_marked_as_done_without_a_case_is_put_back(without_case: Submission) -> None:
    OutboxItem.objects.update(done_at=timezone.now())
    assert later().put_again == 1


def test_a_row_that_waits_or_was_given_up_is_left_alone(without_case: Submission) -> None:
    assert later() == Swept(without_case=1, put_again=0)
    OutboxItem.objects.update(needs_person_since=timezone.now(), next_try_at=None)
    assert later() == Swept(without_case=1, put_again=0)


def test_what_has_just_been_sent_is_left_alone(without_case: Submission) -> None:
    OutboxItem.objects.all().delete()
    assert sweep_submissions(now=timezone.now()) == Swept(0, 0)


def test_the_command_says_what_it_found(without_case: Submission, capsys) -> None:
    Submission.objects.update(received_at=timezone.now() - timedelta(hours=1))
    OutboxItem.objects.all().delete()
    call_command("sweep_submissions")
    assert capsys.readouterr().out == "1 without a case, 1 put again\n"


def test_the_worker_sweeps(without_case: Submission, capsys) -> None:
    Submission.objects.update(received_at=timezone.now() - timedelta(hours=1))
    OutboxItem.objects.all().delete()
    call_command("work_outbox")
    without_case.refresh_from_db()
    assert without_case.case_opened_at
    assert "0 undelivered" in capsys.readouterr().out
