"""What the person who complained and the body write to each other on "your complaint"."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.case_evidence import CaseEvidence


class Message(Guarded):
    """Never changed once it is sent; ``read_at`` is when the other side first saw it."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    from_person = models.BooleanField(help_text="Written by the person, not by the body")
    text = models.TextField()
    files = models.ManyToManyField(CaseEvidence, blank=True, related_name="messages")
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed = models.CharField(max_length=160, blank=True, help_text="The name the person reads")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-id"]
        indexes = [
            models.Index(
                fields=["case"],
                condition=models.Q(read_at__isnull=True),
                name="message_not_read",
            )
        ]

    def __str__(self) -> str:
        return f"message {self.pk} of {self.sent_at:%Y-%m-%d}"
