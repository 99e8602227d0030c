"""The confirmation: the reference, the code, when the person hears, and what comes next."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponse
from django.utils import timezone

from feedback_forms.actions.issue_receipt import code_to_show
from feedback_forms.actions.send_receipt import recipient_of
from feedback_forms.models import Submission
from feedback_forms.rules.kinds import NOUNS, OPENS_A_CASE, FormKind
from feedback_forms.rules.meanings import Meaning
from feedback_forms.views.equality import equality_url
from feedback_forms.views.visit import Visit


def sent_page(visit: Visit) -> HttpResponse:
    """Show it to the session that sent it, as often as asked; Http404 to everybody else."""
    sent = Submission.objects.select_related("draft").filter(draft=visit.sent)
    submission = sent.first() if visit.sent else None
    if submission is None:
        raise Http404
    to = recipient_of(submission)
    return visit.show(
        "sent",
        submission=submission,
        code=code_to_show(submission=submission, now=timezone.now()),
        told_by=to.means.value if to else "",
        not_safe=bool(submission.by_meaning().get(Meaning.COMPLAINANT_SAFE_CONTACT)),
        status_link=_link(visit),
        kind=NOUNS[FormKind(submission.kind)],
        opens_case=submission.kind in OPENS_A_CASE,
        equality_url=equality_url(visit),
    )


def _link(visit: Visit) -> str:
    """The address of "your complaint": without the host where it is the one they are at."""
    address = visit.promises.status_url if visit.promises else ""
    parts = urlsplit(address)
    here = urlsplit(f"//{visit.request.get_host()}")
    return parts.path if parts.hostname == here.hostname else address
