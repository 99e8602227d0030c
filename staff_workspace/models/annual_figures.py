"""The figures of a reporting year: prepared, then approved by Governance, then frozen."""

from django.conf import settings
from django.db import models

from permissions.models import Body, Guarded


class AnnualFigures(Guarded):
    """One set of figures; a correction after approval is a new set."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="annual_figures")
    year_start = models.DateField()
    year_end = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    figures = models.JSONField()
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    prepared_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by_name = models.CharField(max_length=160, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "annual figures"
        ordering = ["-year_start", "-id"]

    def __str__(self) -> str:
        return f"{self.body.short_name}, {self.year_start:%Y}-{self.year_end:%y}"
