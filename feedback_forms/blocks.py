"""The pages that an editor can place, and what they become: the form's definition, and back.

Field names are those of the definition. The questions are in ``builder.question_blocks``.
"""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from wagtail import blocks
from wagtail.blocks import BlockGroup

from feedback_forms.builder.draft_blocks import ConditionBlock, KeyBlock
from feedback_forms.builder.question_blocks import QuestionsBlock
from feedback_forms.rules.kinds import QuestionKind
from feedback_forms.rules.standard_choices import standard_choices


class LinkBlock(blocks.StructBlock):
    """A link below the words of a page."""

    label = blocks.CharBlock(label="Words of the link")
    url = blocks.CharBlock(
        label="Address", help_text="https://…, tel:…, mailto:…, or paper for the printed form"
    )

    class Meta:
        icon = "link"


class QuestionPageBlock(blocks.StructBlock):
    """One page of the form."""

    title = blocks.CharBlock(
        required=False,
        label="Heading",
        help_text="Needed when it has several questions or an introduction. Otherwise the question"
        " is the heading.",
    )
    key = KeyBlock(
        "title",
        "questions-0-value-label",
        dash="-",
        label="Address",
        help_text="The last part of the page’s address. Comes from the heading.",
    )
    show_if = ConditionBlock(
        label="When it is shown", help_text="Rules look at answers of earlier pages"
    )
    introduction = blocks.TextBlock(
        required=False, rows=2, help_text="Words below the heading; an empty line parts paragraphs"
    )
    questions = QuestionsBlock(
        min_num=0, required=False, help_text="Without questions the page only tells something"
    )
    section = blocks.CharBlock(
        required=False, help_text="The heading it stands under when answers are checked"
    )
    urgent_help = blocks.BooleanBlock(
        required=False, label="Urgent help first", help_text="Says who helps at once"
    )
    links = blocks.ListBlock(LinkBlock(), min_num=0, default=[])
    ends = blocks.BooleanBlock(
        required=False,
        label="The form ends here",
        help_text="Somebody else can help: there is no way on from this page",
    )
    equality = blocks.BooleanBlock(
        required=False,
        label="Equality questions",
        help_text="Asked after sending, and kept apart from what was sent",
    )
    screen_only = blocks.BooleanBlock(
        required=False, label="Not on paper", help_text="Left out of the form that is printed"
    )

    class Meta:
        icon = "form"
        label = "Page"
        label_format = "{title} {key}"
        form_layout = BlockGroup(
            [
                "title",
                "key",
                "show_if",
                "introduction",
                "questions",
                BlockGroup(
                    ["section", "urgent_help", "links", "ends", "equality", "screen_only"],
                    heading="Section, urgent help, links and special pages",
                    icon="cog",
                    classname="collapsed",
                    label_format="",
                ),
            ]
        )


class FormPagesBlock(blocks.StreamBlock):
    """The pages of a form, in order."""

    question_page = QuestionPageBlock()

    class Meta:
        collapsed = True


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
    return json.dumps([{"type": "question_page", **_known(value)} for value in values])


def with_terms(
    pages: list[dict[str, Any]], terms_of: Callable[[str], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The pages with the terms of managed lists in place of the choices of their questions."""
    for page in pages:
        for question in page.get("questions", []):
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
    return {"type": question["kind"], **_known(value)}


def _known(value: dict[str, Any]) -> dict[str, Any]:
    """With an id of its own, by which a question is known again when its key was changed."""
    return {"id": str(uuid4()), "value": value}


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
