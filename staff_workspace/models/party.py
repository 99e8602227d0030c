"""The people of a case."""

from django.db import models

from permissions.models import Guarded
from staff_workspace.models.case import Case


class Party(Guarded):
    """The complainant or the patient; a representative is the complainant of a case on behalf."""

    class Role(models.TextChoices):
        COMPLAINANT = "complainant", "Complainant"
        PATIENT = "patient", "Patient"

    guarded_by = "case"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20, choices=Role)
    name = models.CharField(max_length=200, blank=True)
    relationship = models.CharField(max_length=120, blank=True)
    address = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    date_of_birth = models.CharField(max_length=40, blank=True, help_text="As it was given")
    nhs_number = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name_plural = "parties"
        constraints = [models.UniqueConstraint(fields=["case", "role"], name="one_party_a_role")]

    def __str__(self) -> str:
        return self.name or "name not given"

    @property
    def masked_nhs_number(self) -> str:
        """The last four digits, for lists and first sight."""
        return f"●●● ●●● {self.nhs_number[-4:]}" if self.nhs_number else ""
