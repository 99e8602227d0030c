"""Write down a file that the pipeline has taken."""

from typing import Any

from django.utils import timezone

from feedback_forms.models import Evidence
from permissions import outbox


def record_file(file: Evidence, *, name: str, purpose: str, **belongs: Any) -> Evidence:
    """Save the row of ``file``, with whom it ``belongs`` to (draft, submission, question_key).

    Called inside a transaction. A file that no scanner has seen waits for one.
    """
    file.original_name = name
    file.purpose = purpose
    file.received_at = timezone.now()
    for field, value in belongs.items():
        setattr(file, field, value)
    file.save()
    if file.state != Evidence.State.CLEAN:
        file.examination = outbox.put("scan_evidence", {"evidence": file.pk})
    return file
