"""Store a file that a person uploads, or refuse it in words."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from feedback_forms.actions.record_file import record_file
from feedback_forms.evidence import vault
from feedback_forms.evidence.pipeline import Taken, take_file
from feedback_forms.models import Draft, Evidence
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.uploads import MAX_FILES, FileRefused, Refusal, display_name


def store_evidence(*, draft: Draft, question: QuestionDefinition, upload: UploadedFile) -> Evidence:
    """Take the file for ``question``; raises FileRefused, leaving no file and no row.

    With the scanner away the file waits, unseen by staff, and the outbox has it scanned later.
    """
    given = draft.evidence.kept().filter(question_key=question.key)
    taken = take_file(upload.chunks(), already=given.count())
    try:
        return _write(draft, question, display_name(upload.name or ""), taken)
    except BaseException:
        vault.discard(taken.original_file, taken.viewing_file)
        raise


def _write(draft: Draft, question: QuestionDefinition, name: str, taken: Taken) -> Evidence:
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if locked.sent_at:
            raise FileRefused(Refusal.FAILED)
        if locked.evidence.kept().filter(question_key=question.key).count() >= MAX_FILES:
            raise FileRefused(Refusal.TOO_MANY)
        return record_file(
            taken, name=name, purpose=question.purpose, draft=locked, question_key=question.key
        )
