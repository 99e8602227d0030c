"""What the two measures of comparison store."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField

FIELDS = tuple(f"field_{number}" for number in range(1, 13))


class BareSubmission(models.Model):
    """Twelve texts and the names of two files: one INSERT."""

    answers = models.JSONField()
    files = models.JSONField()

    def __str__(self) -> str:
        return f"bare submission {self.pk}"


class StockField(AbstractFormField):
    """A field of Wagtail's own form."""

    page = ParentalKey("StockForm", on_delete=models.CASCADE, related_name="form_fields")


class StockForm(AbstractForm):
    """Wagtail's own form page, as it comes."""

    template = "bench_site/stock.html"
    landing_page_template = "bench_site/landing.html"
