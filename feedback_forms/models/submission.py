"""What a person sent: its reference, its answers, and the version of the form it answers."""

from __future__ import annotations

from django.db import models

from feedback_forms.models.draft import Draft
from feedback_forms.models.form_page import FORM_KINDS
from feedback_forms.models.form_version import FormVersion
from feedback_forms.rules import questions_asked
from feedback_forms.rules.answers import Answer, typed
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.meanings import Meaning
from permissions.models import Body


class Submission(models.Model):
    """Never changed after it is received, but for the office's date."""

    # Wagtail neither follows nor lists it: who edits content sees nothing of what was sent.
    wagtail_reference_index_ignore = True

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="submissions")
    form_version = models.ForeignKey(
        FormVersion, on_delete=models.PROTECT, related_name="submissions"
    )
    draft = models.OneToOneField(
        Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="submission"
    )
    reference = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=FORM_KINDS)
    channel = models.CharField(max_length=30, default="website")
    received_at = models.DateTimeField(db_index=True)
    answers = models.JSONField(default=dict)
    circumstances = models.JSONField(
        default=dict, help_text="The day and the policy's values that its conditions looked at"
    )
    case_reference = models.CharField(
        max_length=60, blank=True, help_text="The case that it is about, as the person wrote it"
    )
    reference_proven = models.BooleanField(
        default=False, help_text="The person had opened that case with its code"
    )
    hear_by = models.DateField(null=True, blank=True, help_text="What the person was promised")
    case_opened_at = models.DateTimeField(null=True, blank=True, db_index=True)

    def __str__(self) -> str:
        return self.reference

    @property
    def form(self) -> FormDefinition:
        """The questions as they were asked."""
        return self.form_version.form

    @property
    def typed_answers(self) -> dict[str, Answer]:
        """Question key → answer."""
        return typed(self.form.questions, self.answers)

    @property
    def around(self) -> Circumstances:
        """The day and the policy that its questions were asked under."""
        return Circumstances.from_json(self.circumstances)

    def by_meaning(self) -> dict[Meaning, str]:
        """The answers that fill a slot of the case, as text (see ``rules.questions_asked``)."""
        return questions_asked.by_meaning(self.form, self.typed_answers, self.around)

    def questions_and_answers(self) -> list[questions_asked.Asked]:
        """Each question as it was worded with the lines of its answer, in order."""
        names: dict[str, tuple[str, ...]] = {}
        for key, name in self.evidence.values_list("question_key", "original_name"):
            names[key] = (*names.get(key, ()), name)
        return questions_asked.questions_and_answers(
            self.form, self.typed_answers, names, self.around
        )
