"""The form of one question page."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from feedback_forms.fields import LongTextField, NhsForm
from feedback_forms.forms.question_fields import as_answer, field_for
from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.rules.routing import questions_to_draw


class QuestionPageForm(NhsForm):
    """The questions of a page that apply; filled with the answers given before."""

    def __init__(
        self,
        page: PageDefinition,
        answers: Mapping[str, Answer],
        data: Any = None,
        *,
        around: Circumstances = UNKNOWN,
        facts: Mapping[str, Answer] | None = None,
    ) -> None:
        """``facts``: the answers that count for conditions; all, where nothing says otherwise."""
        self.questions = questions_to_draw(page, answers if facts is None else facts, around)
        self.question_is_heading = not page.title
        self.urgent_help = page.urgent_help
        initial = {q.key: answers[q.key] for q in self.questions if q.key in answers}
        self.made = {question.key: field_for(question) for question in self.questions}
        super().__init__(data, initial=initial)

    def add_fields(self) -> None:
        """Put the questions into the form before it settles what is the heading."""
        self.fields.update(self.made)
        if self.urgent_help:
            texts = [f for f in self.made.values() if isinstance(f, LongTextField)]
            if texts:
                drawn = render_to_string("feedback_forms/urgent_help.jinja")
                texts[0].before_box = mark_safe(drawn)  # nosec B308 B703

    def clean(self) -> dict[str, Any]:
        """Ask for what a chosen option needs: no email is wished for without an address."""
        given = super().clean() or self.cleaned_data
        for question in self.questions:
            for choice in question.choices:
                if choice.needs and given.get(question.key) == choice.value:
                    self._need(choice.needs)
        return given

    def _need(self, key: str) -> None:
        if key in self.fields and not self.cleaned_data.get(key) and key not in self.errors:
            self.add_error(key, self.fields[key].error_messages["required"])

    def answers(self) -> dict[str, Answer]:
        """Question key → answer; None for what was left empty."""
        return {q.key: as_answer(self.cleaned_data.get(q.key)) for q in self.questions}

    def wrong(self) -> bool:
        """Whether something was typed that cannot be kept, so that it is not only missing."""
        return any(_holds_something(self[name].data) for name in self.errors if name in self.fields)

    def answers_given(self) -> dict[str, Answer]:
        """The answers that are there, of a page that lacks others."""
        there = self.cleaned_data
        found = {q.key: as_answer(there[q.key]) for q in self.questions if q.key in there}
        return {key: answer for key, answer in found.items() if answer}


def _holds_something(data: Any) -> bool:
    if isinstance(data, dict):
        return any(data.values())
    return any(data) if isinstance(data, list | tuple) else bool(data)
