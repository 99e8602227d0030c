"""The timeline of a case; the clocks are read from it."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case

SURVEY_ASKED = "survey_asked"


class CaseEvent(Guarded):
    """Something that happened. ``name`` is the event's key in the policy's clocks."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    name = models.CharField(max_length=40)
    at = models.DateTimeField(help_text="When it happened")
    second_date = models.DateField(null=True, blank=True, help_text="A date it sets, if any")
    title = models.CharField(max_length=160)
    detail = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by_name = models.CharField(max_length=160)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["case", "at"]),
            # How many were asked in a year, over all cases.
            models.Index(
                fields=["at"], condition=models.Q(name=SURVEY_ASKED), name="event_survey_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.title}"
