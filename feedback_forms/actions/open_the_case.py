"""Ask the case office to open a submission's case: once, however often it is tried."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from feedback_forms.case_office import get_case_office
from feedback_forms.models import Submission
from permissions import outbox


@outbox.handles("open_case")
def open_the_case(payload: dict[str, Any]) -> None:
    """Open the case and keep the date that the person is promised; whatever the office raises."""
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=payload["submission"])
        if submission.case_opened_at:
            return
        opened = get_case_office().open_case(submission)
        submission.hear_by = opened.hear_by
        submission.case_opened_at = timezone.now()
        submission.save(update_fields=["hear_by", "case_opened_at"])
