"""The code by which somebody comes back to a draft: told as often as they ask, never stored."""

from datetime import datetime

from django.utils.crypto import salted_hmac

from feedback_forms.models import Draft, ResumeCode
from feedback_forms.rules import coming_back, receipt_codes


def code_for_draft(*, draft: Draft, now: datetime) -> str:
    """The code in groups; the same each time. From the first time on it opens the draft."""
    code = receipt_codes.derived_code(draft.key, _secret())
    ResumeCode.objects.get_or_create(
        code_hash=coming_back.hash_of(code), defaults={"draft": draft, "made_at": now}
    )
    return receipt_codes.grouped(code)


def _secret() -> bytes:
    return salted_hmac("candour.coming_back", "code", algorithm="sha256").digest()
