"""Write down a file that the pipeline has taken."""

from typing import Any

from django.utils import timezone

from feedback_forms.evidence.pipeline import Taken
from feedback_forms.models import Evidence
from permissions import outbox


def record_file(taken: Taken, *, name: str, purpose: str, **belongs: Any) -> Evidence:
    """The row of ``taken``, with whom it ``belongs`` to (draft, submission, question_key).

    Called inside a transaction. A file that no scanner has seen waits for one.
    """
    evidence = Evidence.objects.create(
        purpose=purpose,
        original_name=name,
        content_type=taken.content_type,
        viewing_type=taken.viewing_type,
        size=taken.size,
        sha256=taken.sha256,
        pages=taken.pages,
        state=Evidence.State.CLEAN if taken.scanned else Evidence.State.WAITING,
        original_file=taken.original_file,
        viewing_file=taken.viewing_file,
        received_at=timezone.now(),
        **belongs,
    )
    if not taken.scanned:
        outbox.put("scan_evidence", {"evidence": evidence.pk})
    return evidence
