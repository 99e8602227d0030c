"""Which complaint is open in a browser, for how long, and how that ends.

Kept in the session under a name of its own: signing in as staff neither needs it nor gives it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from feedback_forms import opened_cases
from feedback_forms.models import Receipt, Submission
from staff_workspace.actions.complainant_step import Complainant
from staff_workspace.actions.open_complaint import OpenedComplaint
from staff_workspace.models import Case
from staff_workspace.policy import your_complaint as rule

KEY = "your_complaint"


@dataclass(frozen=True)
class Visit:
    """Somebody at their complaint. ``case`` is None while the case waits to be opened."""

    submission: Submission
    case: Case | None
    by: Complainant


def begin(request: HttpRequest, opened: OpenedComplaint, *, now: datetime) -> None:
    """Remember that it was opened; whoever knew the session's key before knows nothing now."""
    request.session.cycle_key()
    request.session[KEY] = {
        "receipt": opened.by.receipt,
        "times_replaced": opened.by.times_replaced,
        "opened_at": now.isoformat(),
        "seen_at": now.isoformat(),
    }
    _tell_forms(request, opened.submission.reference, opened_at=now, seen_at=now)


def end(request: HttpRequest) -> None:
    """Shut it in this browser."""
    request.session.pop(KEY, None)
    opened_cases.forget(request.session)


def opened(request: HttpRequest, *, now: datetime) -> Visit | None:
    """What is open here now, asked anew of the receipt; None when nothing is, or not any more."""
    kept = request.session.get(KEY)
    if not kept:
        return None
    opened_at, seen_at = (datetime.fromisoformat(kept[key]) for key in ("opened_at", "seen_at"))
    if not rule.is_open(opened_at=opened_at, seen_at=seen_at, now=now):
        end(request)
        return None
    receipt = (
        Receipt.objects.filter(
            pk=kept["receipt"],
            times_replaced=kept["times_replaced"],
            submission__body=request.health_body,
        )
        .select_related("submission__body__site")
        .first()
    )
    if receipt is None:
        end(request)
        return None
    request.session[KEY] = {**kept, "seen_at": now.isoformat()}
    reference = receipt.submission.reference
    _tell_forms(request, reference, opened_at=opened_at, seen_at=now)
    cases = Case.objects.select_related("body__site", "profile_version", "handler__staff_member")
    case = cases.filter(submission=receipt.submission).first()
    return Visit(receipt.submission, case, Complainant(receipt.pk, receipt.times_replaced))


def _tell_forms(
    request: HttpRequest, reference: str, *, opened_at: datetime, seen_at: datetime
) -> None:
    """A form about the case that is sent meanwhile is known to be the person's own."""
    until = min(seen_at + rule.IDLE, opened_at + rule.LONGEST)
    opened_cases.remember(request.session, reference, opened_at=opened_at, until=until)
