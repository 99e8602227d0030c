"""A day for the response that staff propose, and the person's answer."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class DateProposal(Guarded):
    """One is open at a time; a new one takes the place of one that waits."""

    class Answer(models.TextChoices):
        WAITING = "waiting", "Waiting"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        REPLACED = "replaced", "Replaced"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="date_proposals")
    new = models.DateField()
    reason = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True, help_text="What the person wrote with a refusal")

    class Meta:
        ordering = ["proposed_at", "id"]

    def __str__(self) -> str:
        return f"{self.new:%Y-%m-%d}: {self.get_answer_display()}"
