"""Find what a person sent by the reference and the code of their receipt."""

from datetime import datetime

from feedback_forms.models import Receipt, Submission
from feedback_forms.rules import receipt_codes

_NO_RECEIPT = receipt_codes.hash_of(receipt_codes.random_code())


def open_receipt(*, reference: str, code: str, now: datetime) -> Submission | None:
    """The submission that both belong to; None, after the same work, whatever does not fit.

    Spaces, dashes and small letters do not matter. An unknown reference and a wrong code cannot be
    told apart, by the answer or by its time. Whoever calls limits how often it may be tried.
    """
    asked = "".join(reference[:80].replace("\0", "").split())
    receipt = (
        Receipt.objects.select_related("submission__body")
        .filter(submission__reference__in={asked, asked.upper()})
        .first()
    )
    kept = receipt.code_hash if receipt else _NO_RECEIPT
    fits = receipt_codes.matches(receipt_codes.as_typed(code), kept)
    if receipt is None or not fits:
        return None
    Receipt.objects.filter(pk=receipt.pk).update(last_opened_at=now)
    return receipt.submission
