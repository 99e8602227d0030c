"""What of a body could not be delivered: counts, topics and times, never content."""

from datetime import datetime

from django.db.models import Q, QuerySet

from feedback_forms.models import Submission
from permissions import outbox
from permissions.models import Body, OutboxItem


def undelivered_of(body: Body, *, now: datetime) -> QuerySet[OutboxItem]:
    """The items of ``body``, and those of the whole install, that wait or were given up."""
    return outbox.waiting(now=now).filter(Q(body=body) | Q(body__isnull=True))


def without_case(body: Body) -> int:
    """How many submissions of ``body`` have no case yet."""
    return Submission.objects.filter(body=body, case_opened_at=None).count()
