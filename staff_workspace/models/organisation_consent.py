"""The answer to a consent statement for one organisation."""

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.consent import Consent


class OrganisationConsent(Guarded):
    """Each organisation is agreed to, refused and withdrawn by itself."""

    guarded_by = "consent__case"

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="by_organisation")
    organisation = models.CharField(max_length=200)
    agreed = models.BooleanField()
    answered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consent", "organisation"], name="one_answer_an_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.words}"

    @property
    def words(self) -> str:
        """What became of it."""
        if not self.agreed:
            return "no"
        return "withdrawn" if self.withdrawn_at else "yes"

    @property
    def holds(self) -> bool:
        """Whether details may go there."""
        return self.agreed and self.withdrawn_at is None
