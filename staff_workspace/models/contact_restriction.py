"""A restriction of somebody's contact: who decided it, on what, and when it is looked at again."""

from django.conf import settings
from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class ContactRestriction(Guarded):
    """A decision is never overwritten: only its review moves on, and its end is added."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contact_restrictions")
    criteria = models.JSONField(default=list)
    measures = models.TextField(help_text="How the person can reach us, and how not")
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=160)
    decided_as = models.CharField(max_length=40)
    why_deputy = models.TextField(blank=True)
    why_no_stage_1 = models.TextField(blank=True)
    review_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="Empty: no limit in the policy")
    ended_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-decided_on", "-id"]

    def __str__(self) -> str:
        return f"From {self.decided_on}"
