"""Who approved which version of the letter before it was signed; written once."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.response import Response


class ResponseApproval(Guarded):
    """An approval is of one version: a letter that changes afterwards is approved anew."""

    class Stage(models.TextChoices):
        QUALITY_CHECK = "quality_check", "Checked"
        FURTHER_APPROVAL = "further_approval", "Approved further"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="approvals")
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="approvals")
    stage = models.CharField(max_length=20, choices=Stage)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_name = models.CharField(max_length=160)
    approved_title = models.CharField(max_length=160)
    as_deputy_of = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["approved_at", "id"]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: version {self.response.version}"
