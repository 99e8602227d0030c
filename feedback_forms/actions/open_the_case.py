"""Ask the case office to open a submission's case: once, however often it is tried."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from feedback_forms.case_office import get_case_office
from feedback_forms.models import Submission
from permissions import outbox
from permissions.crash_points import reach


@outbox.handles("open_case", for_good=True)
def open_the_case(payload: dict[str, Any]) -> None:
    """Open the case and keep the date that the person is promised; raises what the office raises.

    The office works in a savepoint of its own, so that nothing of a failed try is left.
    """
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=payload["submission"])
        if submission.case_opened_at:
            return
        reach("open_case.before_office")
        with transaction.atomic():
            opened = get_case_office().open_case(submission)
            reach("open_case.after_office")
        submission.hear_by = opened.hear_by
        submission.case_opened_at = timezone.now()
        submission.save(update_fields=["hear_by", "case_opened_at"])
        reach("open_case.before_commit")
    reach("open_case.after_commit")
