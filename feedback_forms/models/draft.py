"""A form on the way to being filled in, kept on the server."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import models

from feedback_forms.models.form_version import FormVersion
from feedback_forms.rules.answers import Answer, to_json, typed
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.routing import Progress
from permissions.models import Body


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)


class Draft(models.Model):
    """Found by the key that stands in the person's session; belongs to one version of a form."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="drafts")
    answers = models.JSONField(default=dict)
    done_pages = models.JSONField(default=list, help_text="Keys of the pages gone through")
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    equality_given = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"draft {self.pk} of {self.form_version}"

    @property
    def typed_answers(self) -> dict[str, Answer]:
        """Question key → answer."""
        return typed(self.form_version.form.questions, self.answers)

    def progress(self, around: Circumstances = UNKNOWN) -> Progress:
        """What was given so far, as routing asks for it, on the day and policy ``around``."""
        files: dict[str, int] = {}
        for key in self.evidence.kept().values_list("question_key", flat=True):
            files[key] = files.get(key, 0) + 1
        return Progress(self.typed_answers, files, tuple(self.done_pages), around)

    def put_answers(self, page_key: str, given: dict[str, Any], *, done: bool = True) -> None:
        """Set the answers of a page (None: left empty); ``done``: mark it as gone through."""
        for key, answer in given.items():
            stored = to_json(answer)
            if stored is None:
                self.answers.pop(key, None)
            else:
                self.answers[key] = stored
        if done and page_key not in self.done_pages:
            self.done_pages.append(page_key)
