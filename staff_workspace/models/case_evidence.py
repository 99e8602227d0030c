"""A file that somebody sent, as part of a case."""

from django.db import models

from feedback_forms.models import Evidence
from permissions.models import Guarded
from staff_workspace.models.case import Case


class CaseEvidence(Guarded):
    """Ties a stored file to the case whose gate decides who may open it."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    evidence = models.OneToOneField(
        Evidence, on_delete=models.PROTECT, related_name="case_evidence"
    )
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.evidence.original_name
