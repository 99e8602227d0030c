"""Attach files that somebody sends to a case later, through the same pipeline as everybody's."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from feedback_forms.actions.record_file import record_file
from feedback_forms.evidence import vault
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.models import Evidence
from feedback_forms.rules.kinds import Purpose
from feedback_forms.rules.uploads import Already, display_name
from staff_workspace.models import Case, CaseEvidence

Named = list[tuple[str, Evidence]]


@contextmanager
def taken_files(uploads: Iterable[UploadedFile]) -> Iterator[Named]:
    """Take ``uploads`` before the case is locked; what the action then refuses is not kept.

    Raises FileRefused in plain words, keeping none of them.
    """
    taken: Named = []
    try:
        for upload in uploads:
            given = Already(len(taken), sum(file.size for _, file in taken))
            file = take_file(upload.chunks(), already=given)
            taken.append((display_name(upload.name or ""), file))
        yield taken
    except BaseException:
        for _, file in taken:
            vault.discard(file.original_file, file.viewing_file)
        raise


def attach_files(
    case: Case, taken: Named, *, at: datetime, purpose: str = Purpose.SUPPORTING
) -> list[CaseEvidence]:
    """Tie what was taken to the case; called inside an action."""
    return [
        CaseEvidence.objects.create(
            case=case,
            evidence=record_file(
                file,
                name=name,
                purpose=purpose,
                submission=case.submission,
                question_key="sent_later",
            ),
            added_at=at,
        )
        for name, file in taken
    ]
