"""Give a person a new code in place of one that is lost or was seen by somebody else."""

from datetime import datetime
from typing import Any

from django.db import transaction

from feedback_forms.models import Receipt, Submission
from feedback_forms.rules import receipt_codes
from permissions import audit


def reissue_receipt(*, submission: Submission, by: Any, now: datetime, under: str = "") -> str:
    """The new code, told this once; the old one opens nothing any more. Audited without the code.

    The case of the submission is what the gate guards: whoever calls has asked it, and names what
    it let them in ``under``. ``by`` has made sure with whom they speak.
    """
    code = receipt_codes.random_code()
    with transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        receipt = Receipt.objects.filter(submission=locked).first()
        if receipt is None:
            receipt = Receipt(submission=locked, issued_at=now)
        receipt.code_hash = receipt_codes.hash_of(code)
        receipt.replaced_at = now
        receipt.times_replaced += 1
        receipt.save()
        detail = {"times": receipt.times_replaced}
        audit.record(
            user=by, action="receipt.reissue", thing=locked, under=under, detail=detail, at=now
        )
    return receipt_codes.grouped(code)
