"""The summary of a complaint as it was sent to be confirmed, and what came back."""

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class ComplaintSummary(Guarded):
    """The points as they stood on that day; each attempt is a row."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="summaries")
    points = models.JSONField(default=list)
    sent_at = models.DateTimeField()
    channel = models.CharField(max_length=20)
    answered_at = models.DateTimeField(null=True, blank=True)
    corrections = models.TextField(blank=True)

    class Meta:
        ordering = ["sent_at", "id"]
        verbose_name_plural = "complaint summaries"

    def __str__(self) -> str:
        return f"summary of {self.sent_at:%Y-%m-%d}"
