"""A change to a body's policy on its way: drafted by one person, approved by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from permissions.models import Body, Guarded
from staff_workspace.models.profile_version import ProfileVersion
from staff_workspace.policy.earlier_schema import read_stored
from staff_workspace.policy.profile import Profile


class ProfileDraft(Guarded):
    """The profile being changed. ``revision`` grows with each change, so that nobody approves
    something else than they read."""

    class State(models.TextChoices):
        DRAFT = "draft", "Being drafted"
        SUBMITTED = "submitted", "Waiting for approval"
        PUBLISHED = "published", "Published"
        DISCARDED = "discarded", "Discarded"

    class Kind(models.TextChoices):
        NEW_VERSION = "new_version", "New version"
        CORRECTION = "correction", "Correction"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="profile_drafts")
    base = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="drafts")
    data = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    effective_from = models.DateField(null=True, blank=True)
    why = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    drafted_by_name = models.CharField(max_length=160)
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    version = models.OneToOneField(
        ProfileVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="draft"
    )

    class Meta:
        ordering = ["-drafted_at"]

    def __str__(self) -> str:
        return f"{self.body.short_name} draft {self.pk} from version {self.base.number}"

    @property
    def profile(self) -> Profile:
        """The profile as the draft has it now."""
        return read_stored(self.data, origin=f"draft {self.pk}")

    @property
    def is_open(self) -> bool:
        """Whether it is still on its way."""
        return self.state in {self.State.DRAFT, self.State.SUBMITTED}
