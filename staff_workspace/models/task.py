"""Work that waits beside the steps of a case: a message to answer, a survey to post."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class Task(Guarded):
    """Waits on Today and on the case until it is done; done ones stay."""

    class Kind(models.TextChoices):
        MESSAGE = "message", "Answer a message"
        EVIDENCE = "evidence", "Look at what was added"
        SUMMARY = "summary", "Summary corrected: look again"
        CONSENT = "consent", "Look at the answer about consent"
        DATE = "date", "Set the date: the proposal was declined"
        CONTACT = "contact", "Look at how the person may be reached now"
        WITHDRAWAL = "withdrawal", "Finish the withdrawal"
        REOPENING = "reopening", "Decide whether to open it again"
        FORM = "form", "Read a form that came about this case"
        SURVEY = "survey", "Send the survey by post"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=20, choices=Kind)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            # A second message while the first waits is the same work.
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=models.Q(done_at__isnull=True),
                name="one_open_task_of_a_kind",
            )
        ]
        indexes = [
            models.Index(
                fields=["made_at"], condition=models.Q(done_at__isnull=True), name="task_open"
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
