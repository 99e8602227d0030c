"""A body's policy as it was on a day: frozen, so that a case keeps the rules it came in under."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import models

from permissions.models import Body, Guarded
from staff_workspace.policy.earlier_schema import read_stored
from staff_workspace.policy.profile import Profile


class Published(TypeError):
    """A published version is never changed or deleted; a change is a new version."""


class ProfileVersions(models.QuerySet):
    """Versions are read and added to, nothing else."""

    def update(self, **kwargs: Any) -> int:
        raise Published("A published version is not changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise Published("A published version is not deleted")


class ProfileVersion(Guarded):
    """One immutable version of a body's profile; ``corrects`` names the version it puts right."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="profile_versions")
    number = models.PositiveIntegerField()
    effective_from = models.DateField(help_text="For cases received from this day on")
    data = models.JSONField()
    digest = models.CharField(max_length=64, editable=False)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="correction"
    )
    why = models.TextField(blank=True)
    drafted_by_name = models.CharField(max_length=160, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by_name = models.CharField(max_length=160, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = ProfileVersions.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="profile_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.body.short_name} profile {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the version with the digest of its data; raises Published for a second save."""
        if not self._state.adding:
            raise Published("A published version is not changed")
        self.digest = digest_of(self.data)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises Published, always."""
        raise Published("A published version is not deleted")

    @property
    def profile(self) -> Profile:
        """The typed profile of this version; raises Published when its data was tampered with."""
        return _profile(self.pk, self.digest)


def digest_of(data: dict[str, Any]) -> str:
    """The SHA-256 of profile data, whatever the order of its keys."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def _profile(pk: int, digest: str) -> Profile:
    # Versions never change, so a profile may be kept for as long as the process lives. The digest
    # tells rows apart that had the same number in databases of different tests.
    data = ProfileVersion.objects.values_list("data", flat=True).get(pk=pk)
    if digest_of(data) != digest:
        raise Published(f"Profile version {pk} is not what was published")
    return read_stored(data, origin=f"profile version {pk}")
