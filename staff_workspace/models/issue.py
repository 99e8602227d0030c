"""A point of the complaint, and what was found about it."""

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class Issue(Guarded):
    """One thing complained about; every point gets its own finding."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="issues")
    number = models.PositiveSmallIntegerField()
    point = models.CharField(max_length=300)
    service = models.CharField(max_length=120, blank=True)
    provider = models.CharField(max_length=160, blank=True)
    profession = models.CharField(max_length=120, blank=True)
    who_answers = models.CharField(max_length=120, blank=True)
    finding = models.CharField(max_length=20, blank=True)
    explanation = models.TextField(blank=True)
    change_made = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="issue_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.point}"
