"""Store the files that a person uploads together: each on its own, so that one bad one costs none."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile

from feedback_forms.actions.store_evidence import store_evidence
from feedback_forms.models import Draft, Evidence
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.uploads import FileRefused, Refusal, display_name


@dataclass
class Stored:
    """The files that were taken, and the others by name with the reason."""

    added: list[Evidence] = field(default_factory=list)
    refused: list[tuple[str, Refusal]] = field(default_factory=list)


def store_several(
    *, draft: Draft, question: QuestionDefinition, uploads: Sequence[UploadedFile]
) -> Stored:
    """Take each file for ``question`` that may be taken."""
    stored = Stored()
    for upload in uploads:
        try:
            stored.added.append(store_evidence(draft=draft, question=question, upload=upload))
        except FileRefused as refused:
            stored.refused.append((display_name(upload.name or ""), refused.refusal))
    return stored
