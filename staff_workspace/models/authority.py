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
        BEST_INTERESTS = "best_interests", "Accepted in the patient’s best interests"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="authority_decisions")
    decision = models.CharField(max_length=20, choices=Decision)
    evidence_seen = models.CharField(max_length=200)
    reason = models.TextField()
    options = models.TextField(blank=True, help_text="What was looked at")
    public_interest = models.TextField(blank=True, help_text="What it asks for all the same")
    disclosure_limits = models.TextField(blank=True, help_text="What may be disclosed, and not")
    consulted = models.CharField(max_length=300, blank=True, help_text="Who took part, and when")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_at", "-id"]

    @property
    def lets_act(self) -> bool:
        """Whether the representative may act under it."""
        return self.decision in (self.Decision.ACCEPTED, self.Decision.BEST_INTERESTS)

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.evidence_seen}"
