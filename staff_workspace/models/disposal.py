"""The end of a case's records: a legal hold, the review, and the line that stays in the log."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from permissions.models import Body, Guarded
from permissions.models.final_rows import FinalRow
from staff_workspace.models.case import Case


class LegalHold(Guarded):
    """Keeps the records of a case, however old they are, until it is lifted."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="legal_holds")
    reason = models.CharField(max_length=300)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-set_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at__isnull=True), name="one_standing_hold"
            )
        ]

    def __str__(self) -> str:
        return f"legal hold on {self.case_id}"


class DisposalReview(Guarded):
    """What the last look at old records found; a later look takes its place."""

    class Finding(models.TextChoices):
        DESTROY = "destroy", "Destroy the records"
        KEEP = "keep", "Keep them for longer"

    guarded_by = "case"

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="disposal_review")
    finding = models.CharField(max_length=10, choices=Finding)
    look_again_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.finding} {self.case_id}"


class DestructionRecord(FinalRow):
    """What was destroyed, by which rule and by whom: no word of the case, and nothing of people
    outside. The row is final, and so is the reference: it is never given again."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="destructions")
    reference = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, choices=Case.Kind)
    received_on = models.DateField()
    closed_on = models.DateField()
    kept_until = models.DateField()
    rule = models.CharField(max_length=160)
    source = models.CharField(max_length=500)
    reviewed_by = models.CharField(max_length=200)
    reviewed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=200)
    destroyed_at = models.DateTimeField()
    files = models.PositiveIntegerField(help_text="How many files that people sent")
    documents = models.PositiveIntegerField(help_text="How many documents that were made")

    class Meta(FinalRow.Meta):
        ordering = ["-destroyed_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["body", "reference"], name="destroyed_once")]

    def __str__(self) -> str:
        return self.reference


class DestroyedWall(models.Model):
    """Somebody who was shut out of a case when its records were destroyed: its line in the log is
    not for them either. The wall itself went with the case."""

    wagtail_reference_index_ignore = True

    record = models.ForeignKey(DestructionRecord, on_delete=models.PROTECT, related_name="walls")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "record"], name="one_wall_of_a_destroyed_case")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} shut out of {self.record_id}"
