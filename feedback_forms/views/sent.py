"""The confirmation: the reference, when the person hears, and what comes next."""

from django.http import Http404, HttpResponse

from feedback_forms.models import Submission
from feedback_forms.rules.receipts import receipt_address
from feedback_forms.views.equality import equality_url
from feedback_forms.views.visit import Visit


def sent_page(visit: Visit) -> HttpResponse:
    """Show it to the session that sent it, as often as asked; Http404 to everybody else."""
    submission = Submission.objects.filter(draft=visit.sent).first() if visit.sent else None
    if submission is None:
        raise Http404
    mailed = receipt_address(submission.by_meaning()) is not None
    return visit.show(
        "sent", submission=submission, mailed=mailed, equality_url=equality_url(visit)
    )
