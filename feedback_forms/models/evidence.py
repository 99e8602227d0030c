"""A file that a person sent, and how far it has come: received, waiting, clean or refused."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from feedback_forms.models.draft import Draft, new_key
from feedback_forms.models.submission import Submission
from feedback_forms.rules.kinds import Purpose
from feedback_forms.rules.uploads import size_in_words


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Queries by state."""

    def clean_files(self) -> EvidenceQuerySet:
        """What staff may see."""
        return self.filter(state=Evidence.State.CLEAN)

    def kept(self) -> EvidenceQuerySet:
        """What the person has given: everything but what was refused."""
        return self.exclude(state=Evidence.State.REFUSED)


class Evidence(models.Model):
    """The original is sealed with its SHA-256; staff open a viewing copy. Names are random."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        WAITING = "waiting_for_scanner", "Waiting to be checked for viruses"
        CLEAN = "clean", "Checked"
        REFUSED = "refused", "Refused"

    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    draft = models.ForeignKey(
        Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence"
    )
    submission = models.ForeignKey(
        Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    question_key = models.CharField(max_length=40)
    purpose = models.CharField(max_length=20, choices=[(p.value, p.value) for p in Purpose])
    original_name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=60)
    viewing_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField(help_text="Bytes of the original")
    sha256 = models.CharField(max_length=64, help_text="Of the original")
    pages = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.RECEIVED, db_index=True)
    refusal = models.CharField(max_length=30, blank=True)
    original_file = models.CharField(max_length=80, blank=True)
    viewing_file = models.CharField(max_length=80, blank=True)
    received_at = models.DateTimeField()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="clean_evidence_has_both_files",
                condition=~Q(state="clean") | (~Q(original_file="") & ~Q(viewing_file="")),
            )
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} ({self.state})"

    @property
    def size_in_words(self) -> str:
        """Its size as people read it."""
        return size_in_words(self.size)
