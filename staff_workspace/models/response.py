"""The response to a complaint, from draft to sent; a signed one is never edited."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.case_document import CaseDocument


class Response(Guarded):
    """One version of the letter. ``elements`` holds, per element of the body's checklist, true
    when the letter has it or the reason why it is waived."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="responses")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    elements = models.JSONField(default=dict)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField()
    amended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_title = models.CharField(max_length=120, blank=True)
    signed_as_deputy = models.BooleanField(default=False)
    signed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_by_post = models.BooleanField(default=False)
    document = models.ForeignKey(
        CaseDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="response_version")]

    def __str__(self) -> str:
        return f"Response {self.version}"
