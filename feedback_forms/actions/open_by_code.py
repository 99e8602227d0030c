"""Find the draft that a code opens."""

from datetime import datetime

from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.models import Draft, ResumeCode
from feedback_forms.rules import coming_back, receipt_codes
from permissions.models import Body


def open_by_code(*, code: str, body: Body, now: datetime) -> Draft | None:
    """The body's draft, sent or not; None for a code that opens nothing or nothing any more.

    Spaces, dashes and small letters do not matter. Whoever calls limits how often it is tried.
    """
    hashed = coming_back.hash_of(receipt_codes.as_typed(code))
    found = (
        ResumeCode.objects.select_related("draft__form_version__page", "draft__body")
        .filter(code_hash=hashed, draft__body=body, draft__form_version__page__live=True)
        .first()
    )
    if found is None:
        return None
    draft = found.draft
    is_kept = draft.sent_at or now < draft.updated_at + drafts_kept()
    return draft if is_kept else None
