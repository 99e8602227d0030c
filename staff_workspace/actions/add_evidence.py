"""The person who complained adds a letter, a photo or a document later."""

from collections.abc import Iterable
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from feedback_forms.rules.uploads import FileRefused, Refusal
from staff_workspace.actions.attach_files import attach_files, taken_files
from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Case, CaseEvidence, Task
from staff_workspace.policy.lifecycle import NotAllowed

MOST_ADDED = 50


def add_evidence(
    *,
    case: Case,
    by: Complainant,
    uploads: Iterable[UploadedFile],
    note: str = "",
    at: datetime | None = None,
) -> list[CaseEvidence]:
    """Attach the files to the case. Raises FileRefused, and then keeps none of them."""
    with (
        taken_files(uploads) as taken,
        complainant_step(case=case, by=by, verb="add_evidence", at=at) as step,
    ):
        if not taken:
            raise FileRefused(Refusal.FAILED)
        if step.case.evidence.count() + len(taken) > MOST_ADDED:
            raise NotAllowed(f"A complaint holds up to {MOST_ADDED} files. Send us a message")
        added = attach_files(step.case, taken, at=step.at)
        names = ", ".join(name for name, _ in taken)
        step.happened("evidence_added", "The person added files", detail=f"{names}\n{note}".strip())
        step.makes_work(Task.Kind.EVIDENCE)
    return added
