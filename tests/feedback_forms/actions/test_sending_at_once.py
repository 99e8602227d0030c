"""Two clicks at the same moment are one complaint: with real connections and transactions."""

import threading

import pytest
from django.db import connection, connections

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.models import Draft, FormPage, Submission
from permissions.models import OutboxItem, ReferenceCounter
from tests.feedback_forms.small_form import finished_draft

CLICKS = 4


@pytest.mark.acceptance("F8")
@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_moment_are_one_complaint(form_page: FormPage) -> None:
    draft = finished_draft(form_page)
    together = threading.Barrier(CLICKS)
    references: list[str] = []
    failures: list[Exception] = []

    def click() -> None:
        try:
            mine = Draft.objects.get(pk=draft.pk)
            connection.ensure_connection()
            together.wait()
            references.append(receive_submission(draft=mine).reference)
        except Exception as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _ in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(references) == CLICKS
    assert len(set(references)) == 1
    assert Submission.objects.count() == 1
    assert ReferenceCounter.objects.get().last_number == 1
    assert OutboxItem.objects.filter(topic="open_case").count() == 1
