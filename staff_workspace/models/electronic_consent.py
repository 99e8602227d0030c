"""Whether we may write to somebody electronically: their consent, and the day it was taken back."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.policy import electronic_communication as rule


class ElectronicConsent(Guarded):
    """One consent to one address; a withdrawn one stays, and a new one is a new row."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="electronic_consents")
    address = models.CharField(max_length=254)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["given_at", "id"]

    def __str__(self) -> str:
        return "Withdrawn" if self.withdrawn_at else "Given"

    def as_rule(self) -> rule.ElectronicConsent:
        """The consent as the policy's rule reads it, in days of London."""
        withdrawn = timezone.localdate(self.withdrawn_at) if self.withdrawn_at else None
        return rule.ElectronicConsent(self.address, timezone.localdate(self.given_at), withdrawn)
