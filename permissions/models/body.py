"""A health body: the tenant that owns a site, teams, submissions and cases."""

from __future__ import annotations

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.http import HttpRequest
from wagtail.models import Site

from permissions.rules.break_glass import DEFAULT_HOURS, MOST_HOURS


class Body(models.Model):
    """An organisation whose policy is worked here; several bodies never see each other."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    site = models.OneToOneField(
        Site, null=True, blank=True, on_delete=models.SET_NULL, related_name="health_body"
    )
    profile_key = models.CharField(max_length=60, help_text="The policy profile in force")
    reference_format = models.CharField(max_length=60, default="{year}-{number:04d}")
    is_nhs = models.BooleanField(default=True, help_text="May wear the NHS logo")
    brand_colour = models.CharField(
        max_length=7, default="#005eb8", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")]
    )
    matrix = models.ForeignKey(
        "permissions.MatrixVersion",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who may do what, as it is in force; empty: as Candour ships it",
    )
    break_glass_hours = models.PositiveSmallIntegerField(
        default=DEFAULT_HOURS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HOURS)],
        help_text="For how many hours a broken glass opens a case",
    )

    class Meta:
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name

    @classmethod
    def for_request(cls, request: HttpRequest) -> Body | None:
        """The body whose site answers at the request's host, or None."""
        site = Site.find_for_request(request)
        return cls.objects.filter(site=site).select_related("site").first() if site else None

    @property
    def owns_what_arrives(self) -> bool:
        """Whether a team is there that new cases go to."""
        return self.teams.filter(owns_new_cases=True).exists()

    def next_reference(self, *, today: date) -> str:
        """Take the next reference of this body's calendar year; call inside a transaction.

        Where the format leaves the year out, the numbers go on through the years.
        """
        with transaction.atomic():
            counter, _ = ReferenceCounter.objects.select_for_update().get_or_create(
                body=self, year=self.counting_year(today)
            )
            counter.last_number += 1
            counter.save(update_fields=["last_number"])
        return self.reference_format.format(year=today.year, number=counter.last_number)

    def counting_year(self, today: date) -> int:
        """The year whose counter gives the references of ``today``; 0 for one counter for all."""
        return today.year if "{year" in self.reference_format else 0


class ReferenceCounter(models.Model):
    """The last reference number that a body gave out in a year."""

    wagtail_reference_index_ignore = True
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="one_counter_per_body_and_year")
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.year}: {self.last_number}"
