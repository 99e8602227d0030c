"""Store one file that a person uploads."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from feedback_forms.actions.record_file import record_file
from feedback_forms.evidence import vault
from feedback_forms.evidence.pipeline import receive_file
from feedback_forms.models import Draft, Evidence
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.uploads import (
    Already,
    FileRefused,
    Refusal,
    display_name,
    refuse_more_than_fits,
)
from permissions import crash_points, outbox


def store_evidence(*, draft: Draft, question: QuestionDefinition, upload: UploadedFile) -> Evidence:
    """Take the file for ``question``; raises FileRefused, leaving no file and no row.

    The row is there before the file is examined, and the outbox examines it should we die over it.
    With the scanner away the file waits, unseen by staff. The same file once more, under the same
    name, is the one that is there already.
    """
    file = receive_file(upload.chunks(), already=_already(draft, question))
    try:
        evidence = _write(draft, question, display_name(upload.name or ""), file)
    except BaseException:
        vault.discard(file.original_file)
        raise
    crash_points.reach("evidence.after_row")
    if evidence is not file:
        vault.discard(file.original_file)
        return evidence
    return _examined(evidence)


def _write(draft: Draft, question: QuestionDefinition, name: str, file: Evidence) -> Evidence:
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if locked.sent_at:
            raise FileRefused(Refusal.FAILED)
        kept = locked.evidence.kept().filter(question_key=question.key)
        same = kept.filter(sha256=file.sha256, original_name=name).first()
        if same:
            return same
        refuse_more_than_fits(_already(locked, question), file.size)
        crash_points.reach("evidence.before_row")
        # Whoever adds a file is still at it: the time that answers are kept begins anew.
        locked.updated_at = timezone.now()
        locked.save(update_fields=["updated_at"])
        return record_file(
            file, name=name, purpose=question.purpose, draft=locked, question_key=question.key
        )


def _examined(evidence: Evidence) -> Evidence:
    """Examine the file now, while the person waits; raises FileRefused, leaving nothing."""
    original = evidence.original_file
    outbox.attempt(evidence.examination.pk)
    evidence.refresh_from_db()
    if evidence.state in {Evidence.State.CLEAN, Evidence.State.AWAY}:
        return evidence
    # Neither good nor refused: the disk is full, or the key is gone. Better said now than later.
    refused = evidence.state == Evidence.State.REFUSED
    refusal = evidence.why_refused if refused else Refusal.FAILED
    evidence.delete()
    vault.discard(original)
    raise FileRefused(refusal)


def _already(draft: Draft, question: QuestionDefinition) -> Already:
    kept = draft.evidence.kept()
    total = kept.aggregate(total=Sum("size"))["total"] or 0
    return Already(kept.filter(question_key=question.key).count(), total)
