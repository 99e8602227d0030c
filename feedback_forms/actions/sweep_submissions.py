"""Find what was sent and has no case, and see that it gets one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from feedback_forms.models import Submission
from permissions import outbox
from permissions.chores import chore
from permissions.models import OutboxItem

# What has just been sent is still being opened.
GRACE = timedelta(minutes=10)


@dataclass(frozen=True)
class Swept:
    """How many submissions have no case, and for how many of them nobody was going to open one."""

    without_case: int
    put_again: int


@chore("sweep submissions", every=timedelta(minutes=10))
def sweep_submissions(*, now: datetime) -> Swept:
    """Put the outbox row back for every submission without a case that has none waiting.

    Nothing should ever be found. A row that was given up stays as it is: staff see it.
    """
    without = Submission.objects.filter(case_opened_at=None, received_at__lte=now - GRACE)
    waiting = OutboxItem.objects.filter(topic="open_case", done_at=None)
    expected = set(waiting.values_list("payload__submission", flat=True))
    put_again = 0
    for submission in without.select_related("body").order_by("pk"):
        if submission.pk not in expected:
            with transaction.atomic():
                outbox.put("open_case", {"submission": submission.pk}, body=submission.body)
            put_again += 1
    return Swept(without.count(), put_again)
