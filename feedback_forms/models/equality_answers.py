"""What people told of themselves so that a body can see whom it serves: kept apart from cases."""

from __future__ import annotations

from django.db import models

from feedback_forms.models.form_version import FormVersion
from permissions.models import Body


class EqualityAnswers(models.Model):
    """No submission, reference or day: nothing leads from here to a person or a case."""

    wagtail_reference_index_ignore = True

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    month = models.DateField(help_text="The first day of the month in which it was given")
    answers = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "equality answers"

    def __str__(self) -> str:
        return f"equality answers of {self.month:%B %Y}"
