"""Open "your complaint" with a reference and its code."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from feedback_forms.actions.open_receipt import open_receipt
from feedback_forms.models import Submission
from feedback_forms.rules import receipt_codes
from permissions import audit, throttle
from permissions.models import Body
from staff_workspace.actions.complainant_step import Complainant
from staff_workspace.models import Case
from staff_workspace.policy import your_complaint as rule

ANYBODY = AnonymousUser()


class TooManyTries(Exception):
    """Nothing was looked up: this browser's address, or this reference, was tried too often."""


@dataclass(frozen=True)
class OpenedComplaint:
    """What was opened, and by whom. ``case`` is None while the case waits to be opened."""

    submission: Submission
    case: Case | None
    by: Complainant


def open_complaint(
    *, body: Body, reference: str, code: str, address: str, now: datetime
) -> OpenedComplaint | None:
    """What both belong to at ``body``; None, after the same work, for anything else.

    An unknown reference, another body's and a wrong code cannot be told apart. Raises
    TooManyTries before anything is looked up.
    """
    asked = "".join(reference[:80].split()).upper()
    for key, (limit, per) in (
        (f"your_complaint.address:{address}", rule.TRIES_OF_ADDRESS),
        (f"your_complaint.reference:{body.key}:{asked}", rule.TRIES_OF_REFERENCE),
    ):
        if not throttle.allow(key, limit=limit, per=per, now=now):
            raise TooManyTries
    submission = open_receipt(reference=reference, code=code, now=now)
    if submission is None or submission.body_id != body.pk:
        audit.refused(
            user=ANYBODY, action="complainant.open", asked_for=_harmless(asked), body=body
        )
        return None
    by = Complainant(submission.receipt.pk, submission.receipt.times_replaced)
    case = Case.objects.filter(submission=submission).first()
    audit.record(
        user=by, action="complainant.open", thing=case or submission, under=by.under, at=now
    )
    return OpenedComplaint(submission, case, by)


def record_look(case: Case, by: Complainant, *, screen: str, at: datetime) -> None:
    """Each page that the person sees is in the audit of the case."""
    audit.record(
        user=by,
        action="complainant.look",
        thing=case,
        under=by.under,
        detail={"screen": screen},
        at=at,
    )


def _harmless(asked: str) -> str:
    """What was typed as the reference, unless it was the code: that is written down nowhere."""
    plain = receipt_codes.as_typed(asked)
    return "a code" if len(plain) >= receipt_codes.LENGTH else asked[:40]
