"""What proves that a submission is somebody's own: its reference and a code they alone hold."""

from __future__ import annotations

from django.db import models

from feedback_forms.models.submission import Submission


class Receipt(models.Model):
    """Keeps the hash of the code, never the code."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="receipt")
    code_hash = models.CharField(max_length=160)
    issued_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    last_opened_at = models.DateTimeField(null=True, blank=True)
    times_replaced = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"receipt of submission {self.submission_id}"
