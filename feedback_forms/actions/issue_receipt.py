"""Give a submission its receipt, and show its code again to the browser that sent it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from feedback_forms.models import Draft, Receipt, Submission
from feedback_forms.rules import receipt_codes

# The confirmation can be loaded again that long; after it, only the person has the code.
SHOWN_FOR = timedelta(hours=24)


def receipt_to_issue(*, draft: Draft, now: datetime) -> Receipt:
    """The receipt for what is sent from ``draft``, to be saved with the submission."""
    return Receipt(code_hash=receipt_codes.hash_of(_first_code(draft)), issued_at=now)


def code_to_show(*, submission: Submission, now: datetime) -> str | None:
    """The code for the confirmation, made anew from the draft and not stored anywhere.

    None once it was replaced, after SHOWN_FOR, or when the server's secret is another by now.
    """
    receipt = Receipt.objects.filter(submission=submission).first()
    if receipt is None or submission.draft is None or now - receipt.issued_at > SHOWN_FOR:
        return None
    code = _first_code(submission.draft)
    return receipt_codes.grouped(code) if receipt_codes.matches(code, receipt.code_hash) else None


def _first_code(draft: Draft) -> str:
    return receipt_codes.derived_code(draft.key, _secret())


def _secret() -> bytes:
    """CANDOUR_RECEIPT_SECRET, or what follows from SECRET_KEY for this purpose alone."""
    own = getattr(settings, "CANDOUR_RECEIPT_SECRET", "")
    if own:
        return own.encode()
    return salted_hmac("candour.receipts", "first code", algorithm="sha256").digest()
