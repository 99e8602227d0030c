"""Lists that a body manages for its forms: services, places, subjects. Changed in the browser."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

KEY = RegexValidator(r"^[a-z][a-z0-9_]{0,39}$", "Use small letters, digits and _")


class Vocabulary(ClusterableModel):
    """A list by name. A form takes its terms when it is published, and keeps them as they were."""

    key = models.CharField(max_length=40, unique=True, validators=[KEY])
    name = models.CharField(max_length=120)

    panels = [FieldPanel("name"), FieldPanel("key"), InlinePanel("terms", label="Term")]

    class Meta:
        verbose_name_plural = "vocabularies"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def choices_of(cls, key: str) -> list[dict[str, Any]]:
        """The terms in use of the list ``key`` as choices; an empty list for an unknown one."""
        terms = VocabularyTerm.objects.filter(vocabulary__key=key, retired=False)
        return list(terms.order_by("sort_order", "pk").values("value", "label"))


class VocabularyTerm(Orderable):
    """A term is retired, not deleted, so that what was sent with it can still be counted."""

    vocabulary = ParentalKey(Vocabulary, on_delete=models.CASCADE, related_name="terms")
    value = models.CharField(max_length=40, validators=[KEY])
    label = models.CharField(max_length=160)
    retired = models.BooleanField(default=False)

    panels = [FieldPanel("label"), FieldPanel("value"), FieldPanel("retired")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "value"], name="term_value_unique")
        ]

    def __str__(self) -> str:
        return self.label
