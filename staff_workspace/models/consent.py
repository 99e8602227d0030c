"""A consent statement that was asked for, and what came back."""

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.case_document import CaseDocument
from staff_workspace.models.case_evidence import CaseEvidence


class Consent(Guarded):
    """Who was asked to agree to what, with which organisations, and the answer."""

    class Answer(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SIGNED = "signed", "Signed"
        REFUSED = "refused", "Refused"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    statement = models.CharField(max_length=40, help_text="Which of the body's statements")
    giver = models.CharField(max_length=200)
    organisations = models.JSONField(default=list)
    document = models.ForeignKey(CaseDocument, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    method = models.CharField(max_length=40, blank=True)
    signed_copy = models.ForeignKey(
        CaseEvidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["requested_at", "id"]

    def __str__(self) -> str:
        return f"{self.statement}: {self.get_answer_display()}"
