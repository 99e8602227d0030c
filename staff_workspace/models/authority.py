"""Whether somebody may act for the patient: a decision with its reason, never overwritten."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class AuthorityDecision(Guarded):
    """The latest decision of a case counts; the earlier ones stay readable."""

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        MORE_NEEDED = "more_needed", "More evidence needed"
        REFUSED = "refused", "Refused"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="authority_decisions")
    decision = models.CharField(max_length=20, choices=Decision)
    evidence_seen = models.CharField(max_length=200)
    reason = models.TextField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.evidence_seen}"
