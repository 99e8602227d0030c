"""Forms that came about a case: those that found it, and those that did not."""

from django.conf import settings
from django.db import models

from feedback_forms.models import Submission
from permissions.models import Body, Guarded
from staff_workspace.models.case import Case


class CaseForm(Guarded):
    """A form that belongs to a case. ``verified``: sent by somebody who had given its code."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="forms")
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="case_form"
    )
    verified = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return str(self.submission)


class UnmatchedForm(Guarded):
    """A form whose reference is no case of the body: it waits for somebody to find the case."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="unmatched_forms")
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="unmatched_form"
    )
    reference_given = models.CharField(max_length=80, blank=True)
    came_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["came_at", "id"]

    def __str__(self) -> str:
        return str(self.submission)
