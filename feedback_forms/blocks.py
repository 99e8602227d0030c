"""The question types that an editor can place. Field names are those of the form's definition."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from feedback_forms.rules.conditions import read_condition
from feedback_forms.rules.kinds import NeedGroup, Purpose, QuestionKind
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.standard_choices import standard_choices

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
    hint = blocks.CharBlock(required=False, help_text="How to answer it")
    why = blocks.CharBlock(required=False, help_text="Why we ask")
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
    needs = blocks.CharBlock(
        required=False, help_text="Key of the question that must be answered if it is chosen"
    )
    divider = blocks.CharBlock(required=False, help_text="A word before it, like or")
    exclusive = blocks.BooleanBlock(required=False)


class ChoicesBlock(QuestionBlock):
    """A question with options: written here, or taken from a list that the body manages."""

    vocabulary = blocks.CharBlock(
        required=False, help_text="Key of a managed list; its terms are the options"
    )
    choices = blocks.ListBlock(OptionBlock(), min_num=0, default=[])


class YesNoBlock(QuestionBlock):
    """Yes or no, each of which may open a question of the same page."""

    yes_reveals = blocks.CharBlock(required=False, help_text="Key of the question that yes opens")
    no_reveals = blocks.CharBlock(required=False, help_text="Key of the question that no opens")


class StatementBlock(QuestionBlock):
    """A statement to agree to or not, or to sign with one's name."""

    statement = blocks.TextBlock(rows=4)


class NeedsBlock(QuestionBlock):
    """Communication needs; the options are those of the Accessible Information Standard."""

    need = blocks.ChoiceBlock(choices=[(n.value, n.value.replace("_", " ")) for n in NeedGroup])
    choices = blocks.ListBlock(
        OptionBlock(), min_num=0, default=[], help_text="Only to replace the usual options"
    )


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
    time = QuestionBlock(icon="time")
    yes_no = YesNoBlock(icon="circle-check")
    consent = StatementBlock(icon="clipboard-list")
    signature = StatementBlock(icon="edit")
    communication_needs = NeedsBlock(icon="comment")


class LinkBlock(blocks.StructBlock):
    """A link below the words of a page."""

    label = blocks.CharBlock()
    url = blocks.CharBlock(help_text="https://…, tel:…, mailto:…, or paper for the printed form")


class QuestionPageBlock(blocks.StructBlock):
    """One page of the form."""

    key = blocks.RegexBlock(regex=r"^[a-z][a-z0-9-]{0,59}$", help_text="Its part of the address")
    section = blocks.CharBlock(required=False, help_text="Its heading when answers are checked")
    title = blocks.CharBlock(required=False, help_text="Needed when it has several questions")
    introduction = blocks.TextBlock(required=False, rows=2)
    links = blocks.ListBlock(LinkBlock(), min_num=0, default=[])
    urgent_help = blocks.BooleanBlock(required=False, help_text="Say first who helps at once")
    ends = blocks.BooleanBlock(
        required=False, help_text="Somebody else can help: there is no way on from this page"
    )
    equality = blocks.BooleanBlock(
        required=False, help_text="Asked after sending, and kept apart from what was sent"
    )
    screen_only = blocks.BooleanBlock(required=False, help_text="Leave it out on paper")
    show_if = ConditionBlock()
    questions = QuestionsBlock(min_num=0, required=False, help_text="None: the page only informs")

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
    values = [
        {
            **page,
            "links": _items(page.get("links", [])),
            "questions": [_block(q) for q in page.get("questions", [])],
        }
        for page in pages
    ]
    return json.dumps([{"type": "question_page", "value": value} for value in values])


def with_terms(
    pages: list[dict[str, Any]], terms_of: Callable[[str], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The pages with the terms of managed lists in place of the choices of their questions."""
    for page in pages:
        for question in page["questions"]:
            if question.get("vocabulary"):
                question["choices"] = terms_of(question["vocabulary"])
    return pages


def _items(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # Without an id Wagtail takes a list's item for the value itself.
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def _block(question: dict[str, Any]) -> dict[str, Any]:
    value = {name: part for name, part in question.items() if name != "kind"}
    choices = value.pop("choices", ())
    if question["kind"] == QuestionKind.YES_NO:
        value.update({f"{c['value']}_reveals": c["reveals"] for c in choices if c.get("reveals")})
    elif question["kind"] != QuestionKind.CONSENT and not value.get("vocabulary"):
        value["choices"] = _items(choices)
    return {"type": question["kind"], "value": value}


def _page(value: dict[str, Any]) -> dict[str, Any]:
    questions = [_question(block) for block in value["questions"]]
    links = [_filled(item["value"]) for item in value.get("links") or []]
    return {"questions": [], **_filled({**value, "links": links, "questions": questions})}


def _question(block: dict[str, Any]) -> dict[str, Any]:
    value = dict(block["value"])
    if block["type"] == QuestionKind.YES_NO:
        opens = {answer: value.pop(f"{answer}_reveals", "") for answer in ("yes", "no")}
        standard = standard_choices(QuestionKind.YES_NO)
        value["choices"] = [_filled({**c, "reveals": opens[c["value"]]}) for c in standard]
    elif "choices" in value:
        value["choices"] = [_filled(item["value"]) for item in value["choices"]]
    kept = _filled(value)
    # These are said even when they are false: their default is true.
    kept.update({name: bool(value[name]) for name in ("required", "past") if name in value})
    return {"kind": QuestionKind(block["type"]).value, **kept}


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part not in ("", None, False, 0, [])}
