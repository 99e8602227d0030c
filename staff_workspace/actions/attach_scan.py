"""Attach a scan that staff made or were sent, through the same pipeline as everybody's files."""

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from feedback_forms.actions.record_file import record_file
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.rules.kinds import Purpose
from feedback_forms.rules.uploads import Already, display_name
from staff_workspace.models import Case, CaseEvidence


def attach_scan(
    *,
    case: Case,
    upload: UploadedFile,
    at: datetime,
    purpose: Purpose = Purpose.AUTHORITY,
    key: str = "signed_copy",
) -> CaseEvidence:
    """Keep ``upload`` with the case; called inside an action. Raises FileRefused in plain words."""
    evidence = record_file(
        take_file(upload.chunks(), already=Already()),
        name=display_name(upload.name or ""),
        purpose=purpose,
        submission=case.submission,
        question_key=key,
    )
    return CaseEvidence.objects.create(case=case, evidence=evidence, added_at=at)
