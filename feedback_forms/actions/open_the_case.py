"""Ask the case office to open a submission's case, or to add to one: once, however often tried."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from feedback_forms.case_office import CaseOffice, get_case_office
from feedback_forms.models import Submission
from feedback_forms.rules.kinds import OPENS_A_CASE
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
            hear_by = _ask(get_case_office(), submission)
            reach("open_case.after_office")
        submission.hear_by = hear_by
        submission.case_opened_at = timezone.now()
        submission.save(update_fields=["hear_by", "case_opened_at"])
        reach("open_case.before_commit")
    reach("open_case.after_commit")


def _ask(office: CaseOffice, submission: Submission) -> date | None:
    """Open a case, or add to the one that it is about; the date that the person is promised."""
    if submission.kind in OPENS_A_CASE:
        return office.open_case(submission).hear_by
    office.add_to_case(submission, submission.case_reference)
    return None
