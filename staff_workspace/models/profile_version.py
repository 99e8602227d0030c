"""A body's policy as it was on a day: frozen, so that a case keeps the rules it came in under."""

from functools import lru_cache

from django.db import models

from permissions.models import Body
from staff_workspace.policy.profile import Profile


class ProfileVersion(models.Model):
    """One immutable version of a body's profile."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="profile_versions")
    number = models.PositiveIntegerField()
    effective_from = models.DateField(help_text="For cases received from this day on")
    data = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="profile_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.body.short_name} profile {self.number}"

    @property
    def profile(self) -> Profile:
        """The typed profile of this version."""
        return _profile(self.pk)


@lru_cache(maxsize=64)
def _profile(pk: int) -> Profile:
    # Versions never change, so a profile may be kept for as long as the process lives.
    return Profile.from_dict(ProfileVersion.objects.values_list("data", flat=True).get(pk=pk))
