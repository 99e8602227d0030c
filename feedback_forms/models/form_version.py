"""A form as it was when it was published: frozen, and kept as long as what was sent with it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import cached_property

from django.db import models, transaction

from feedback_forms.models.form_page import FormPage
from feedback_forms.rules.coming_back import VERSION_OPEN
from feedback_forms.rules.definition import FormDefinition


class FormVersion(models.Model):
    """Outlives its page: a submission is readable with the questions as they were asked."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    page = models.ForeignKey(
        FormPage, null=True, on_delete=models.SET_NULL, related_name="versions"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="form_version_number_unique")
        ]
        ordering = ["page", "number"]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    @cached_property
    def form(self) -> FormDefinition:
        """The questions, typed."""
        return FormDefinition.model_validate(self.definition)

    @classmethod
    def freeze(cls, page: FormPage, *, at: datetime) -> FormVersion:
        """The version of the form as it now stands: the last one, if nothing has changed."""
        definition = page.definition().model_dump(mode="json", by_alias=True)
        digest = _digest(definition, page.title)
        with transaction.atomic():
            FormPage.objects.select_for_update().get(pk=page.pk)
            last = cls.objects.filter(page=page).order_by("number").last()
            if last and last.digest == digest:
                return last
            return cls.objects.create(
                page=page,
                number=last.number + 1 if last else 1,
                title=page.title,
                definition=definition,
                digest=digest,
                published_at=at,
            )

    @classmethod
    def to_fill_in(cls, page: FormPage, *, seen: str, now: datetime) -> FormVersion | None:
        """The version for somebody who begins now: in force, or, by number, the one ``seen``.

        A page that stood open while a new version was published is answered in its own version,
        for a while; so nothing that was typed is lost.
        """
        newest = cls.in_force(page)
        if newest is None or not seen.isdecimal() or len(seen) > 9 or int(seen) >= newest.number:
            return newest
        after = cls.objects.filter(page=page, number=int(seen) + 1).first()
        if after is None or now >= after.published_at + VERSION_OPEN:
            return newest
        return cls.objects.filter(page=page, number=int(seen)).first() or newest

    @classmethod
    def in_force(cls, page: FormPage) -> FormVersion | None:
        """The version that is to be filled in now."""
        return cls.objects.filter(page=page).order_by("number").last()


def _digest(definition: dict, title: str) -> str:
    text = json.dumps([title, definition], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
