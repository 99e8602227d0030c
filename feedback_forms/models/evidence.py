"""A file that a person sent, sealed, and how far it has come (``rules.evidence_states``)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from feedback_forms.models.draft import Draft, new_key
from feedback_forms.models.submission import Submission
from feedback_forms.rules.evidence_states import FOR_STAFF, FOR_THE_SENDER, UNSETTLED, FileState
from feedback_forms.rules.kinds import Purpose
from feedback_forms.rules.uploads import Refusal, size_in_words
from permissions.models import OutboxItem


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Queries by state."""

    def clean_files(self) -> EvidenceQuerySet:
        """What staff may see."""
        return self.filter(state=FileState.CLEAN)

    def kept(self) -> EvidenceQuerySet:
        """What the person has given: everything but what was refused."""
        return self.exclude(state=FileState.REFUSED)

    def unsettled(self) -> EvidenceQuerySet:
        """What still lacks the scanner's verdict."""
        return self.filter(state__in=UNSETTLED)


class Evidence(models.Model):
    """The original is sealed with its SHA-256; people open a viewing copy. Names are random."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    State = FileState

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
    viewing_type = models.CharField(max_length=60, blank=True)
    size = models.PositiveBigIntegerField(help_text="Bytes of the original")
    sha256 = models.CharField(max_length=64, help_text="Of the original, in the clear")
    pages = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=20,
        choices=[(state.value, words) for state, words in FOR_STAFF.items()],
        default=FileState.RECEIVED,
        db_index=True,
    )
    refusal = models.CharField(max_length=30, blank=True)
    original_file = models.CharField(max_length=80, blank=True)
    viewing_file = models.CharField(max_length=80, blank=True)
    key_id = models.CharField(
        max_length=40, blank=True, db_index=True, help_text="Empty: the files are not sealed"
    )
    wrapped_key = models.CharField(max_length=100, blank=True, help_text="Opened by that key")
    received_at = models.DateTimeField()

    #: What the outbox was told when the row was written; not stored.
    examination: OutboxItem | None = None

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="clean_evidence_has_both_files",
                condition=~Q(state="clean") | (~Q(original_file="") & ~Q(viewing_file="")),
            ),
            models.CheckConstraint(
                name="sealed_evidence_has_its_key",
                condition=Q(key_id="", wrapped_key="") | (~Q(key_id="") & ~Q(wrapped_key="")),
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} ({self.state})"

    @property
    def size_in_words(self) -> str:
        """Its size as people read it."""
        return size_in_words(self.size)

    @property
    def why_refused(self) -> Refusal:
        """Why it was not taken."""
        return Refusal[self.refusal.upper()]

    @property
    def words_for_the_sender(self) -> str:
        """What the person who sent it reads about its state, or nothing."""
        words = FOR_THE_SENDER[FileState(self.state)]
        return f"{words}: {self.why_refused.value}" if self.refusal else words
