"""The question types that an editor can place. Field names are those of the form's definition."""

import json
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from feedback_forms.rules.conditions import read_condition
from feedback_forms.rules.definition import Purpose, QuestionKind
from feedback_forms.rules.meanings import Meaning

KEY_HELP = "Small letters, digits and _; stays the same when the wording changes"


class ConditionBlock(blocks.FieldBlock):
    """A condition as a tree of all / any / not; empty means always."""

    def __init__(self, required: bool = False, help_text: str = "", **kwargs: Any) -> None:
        self.field = forms.JSONField(
            required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 2})
        )
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse a tree that cannot be evaluated."""
        value = super().clean(value)
        if value:
            try:
                read_condition(value)
            except ValueError:
                message = 'Write the condition like {"question": "reason", "is": ["asked"]}'
                raise ValidationError(message) from None
        return value

    def value_for_form(self, value: Any) -> str:
        return json.dumps(value) if value else ""

    def value_from_form(self, value: Any) -> Any:
        return value or None


def _meanings() -> list[tuple[str, str]]:
    return [("", "An answer like any other"), *((m.value, m.value) for m in Meaning)]


class QuestionBlock(blocks.StructBlock):
    """What all questions have."""

    key = blocks.RegexBlock(regex=r"^[a-z][a-z0-9_]{0,39}$", help_text=KEY_HELP)
    label = blocks.CharBlock(help_text="The question")
    thing = blocks.CharBlock(required=False, help_text="What messages call the answer")
    hint = blocks.CharBlock(required=False)
    required = blocks.BooleanBlock(required=False, default=True)
    missing = blocks.CharBlock(required=False, help_text="The message when it is not answered")
    meaning = blocks.ChoiceBlock(choices=_meanings, required=False)
    show_if = ConditionBlock()

    class Meta:
        label_format = "{label}"


class TextBlock(QuestionBlock):
    """One line of text, or a name, or anything else that is typed."""

    max_length = blocks.IntegerBlock(required=False, default=0)
    width = blocks.IntegerBlock(required=False, default=0)
    autocomplete = blocks.CharBlock(required=False)


class DateBlock(QuestionBlock):
    """A date, exact or approximate."""

    past = blocks.BooleanBlock(required=False, default=True)
    autocomplete = blocks.CharBlock(required=False)


class OptionBlock(blocks.StructBlock):
    """One option of radios, checkboxes or a select."""

    value = blocks.RegexBlock(regex=r"^[a-z][a-z0-9_]{0,39}$", help_text=KEY_HELP)
    label = blocks.CharBlock()
    hint = blocks.CharBlock(required=False)
    reveals = blocks.CharBlock(required=False, help_text="Key of the question that it opens")
    divider = blocks.CharBlock(required=False, help_text="A word before it, like or")
    exclusive = blocks.BooleanBlock(required=False)


class ChoicesBlock(QuestionBlock):
    """A question with options."""

    choices = blocks.ListBlock(OptionBlock(), min_num=1)


class FilesBlock(QuestionBlock):
    """Files; stands alone on its page."""

    purpose = blocks.ChoiceBlock(
        choices=[(p.value, p.value) for p in Purpose], default="supporting"
    )


class DeclarationBlock(QuestionBlock):
    """One box to tick."""

    statement = blocks.CharBlock()


class QuestionsBlock(blocks.StreamBlock):
    """The questions of one page."""

    text = TextBlock(icon="pilcrow")
    long_text = TextBlock(icon="doc-full")
    name = TextBlock(icon="user")
    email = TextBlock(icon="mail")
    phone = TextBlock(icon="mobile-alt")
    address = QuestionBlock(icon="home")
    date = DateBlock(icon="date")
    approximate_date = DateBlock(icon="date")
    radios = ChoicesBlock(icon="radio-full")
    checkboxes = ChoicesBlock(icon="tick")
    select = ChoicesBlock(icon="list-ul")
    nhs_number = QuestionBlock(icon="hashtag")
    files = FilesBlock(icon="upload")
    declaration = DeclarationBlock(icon="check")


class QuestionPageBlock(blocks.StructBlock):
    """One page of the form."""

    key = blocks.RegexBlock(regex=r"^[a-z][a-z0-9-]{0,59}$", help_text="Its part of the address")
    section = blocks.CharBlock(required=False, help_text="Its heading when answers are checked")
    title = blocks.CharBlock(required=False, help_text="Needed when it has several questions")
    introduction = blocks.TextBlock(required=False, rows=2)
    urgent_help = blocks.BooleanBlock(required=False, help_text="Say first who helps at once")
    show_if = ConditionBlock()
    questions = QuestionsBlock(min_num=1)

    class Meta:
        icon = "form"
        label_format = "{key}: {title}"


class FormPagesBlock(blocks.StreamBlock):
    """The pages of a form, in order."""

    question_page = QuestionPageBlock()


def definition_pages(stream: Any) -> list[dict[str, Any]]:
    """The pages of the stream's value as the form's definition writes them."""
    return [_page(block["value"]) for block in stream.get_prep_value()]


def stream_of(pages: list[dict[str, Any]]) -> str:
    """The stream's raw JSON for pages as a definition writes them."""
    values = [{**page, "questions": [_block(q) for q in page["questions"]]} for page in pages]
    return json.dumps([{"type": "question_page", "value": value} for value in values])


def _block(question: dict[str, Any]) -> dict[str, Any]:
    value = {name: part for name, part in question.items() if name != "kind"}
    if "choices" in value:
        # Without an id Wagtail takes a list's item for the value itself.
        value["choices"] = [
            {"type": "item", "id": str(uuid4()), "value": choice} for choice in value["choices"]
        ]
    return {"type": question["kind"], "value": value}


def _page(value: dict[str, Any]) -> dict[str, Any]:
    questions = [_question(block) for block in value["questions"]]
    return _filled({**value, "questions": questions})


def _question(block: dict[str, Any]) -> dict[str, Any]:
    value = dict(block["value"])
    if "choices" in value:
        value["choices"] = [_filled(item["value"]) for item in value["choices"]]
    kept = _filled(value)
    # These are said even when they are false: their default is true.
    kept.update({name: bool(value[name]) for name in ("required", "past") if name in value})
    return {"kind": QuestionKind(block["type"]).value, **kept}


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part not in ("", None, False, 0, [])}
