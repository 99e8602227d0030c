"""Another organisation that a complaint is about as well: what it was asked, and what came back."""

from datetime import date

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case
from staff_workspace.models.issue import Issue
from staff_workspace.policy.several_bodies import Share


class CaseOrganisation(Guarded):
    """One row for each organisation of a case; its days are those of London."""

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="organisations")
    name = models.CharField(max_length=160)
    contact = models.CharField(max_length=200, blank=True, help_text="Whom to ask there")
    agreed = models.CharField(
        max_length=300,
        blank=True,
        help_text="What the person agreed to otherwise than by a statement, and how",
    )
    points = models.ManyToManyField(Issue, blank=True, related_name="+")
    requested_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    chased_on = models.JSONField(default=list, help_text="Days of the reminders, as 2026-12-01")
    received_on = models.DateField(null=True, blank=True)
    answered = models.ManyToManyField(Issue, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "name"], name="organisation_once_a_case")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reminders(self) -> tuple[date, ...]:
        """The days of the reminders."""
        return tuple(date.fromisoformat(day) for day in self.chased_on)

    def share(self, *, consent: bool) -> Share:
        """What the rules look at; ``consent`` says whether the sharing is covered."""
        return Share(
            organisation=self.name,
            consent=consent,
            contact=self.contact,
            requested=self.requested_on,
            due=self.due_on,
            chased=self.reminders,
            received=self.received_on,
            issues=frozenset(str(point) for point in self.points.all()),
            answered=frozenset(str(point) for point in self.answered.all()),
        )
