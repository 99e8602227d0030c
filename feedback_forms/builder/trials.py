"""Named test answers, kept with the form: how an editor writes them, and what they become."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from wagtail import blocks

from feedback_forms.builder.draft_blocks import PartBlock
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_trials import Trial


class TrialAnswerBlock(blocks.StructBlock):
    """One answer that the imagined person gives."""

    question = PartBlock("question", required=True)
    answer = PartBlock(
        "answer",
        required=True,
        help_text="For a date, 2026-03-04 or 13 months ago, counted from the day of the test",
    )

    class Meta:
        icon = "pilcrow"


class TrialBlock(blocks.StructBlock):
    """One imagined person, and where they must come."""

    name = blocks.CharBlock(
        help_text="Who it is and what must happen, like: Asks for a friend, is asked for proof"
    )
    answers = blocks.ListBlock(
        TrialAnswerBlock(),
        min_num=0,
        default=[],
        help_text="Only the answers that decide the way; all others are left out",
    )
    must_meet = blocks.ListBlock(
        PartBlock("page", required=True), min_num=0, default=[], label="Pages they must see"
    )
    must_not_meet = blocks.ListBlock(
        PartBlock("page", required=True), min_num=0, default=[], label="Pages they must not see"
    )
    ends_at = PartBlock(
        "page", label="The last page", help_text="The page before check answers; empty: any"
    )

    class Meta:
        icon = "check"
        label = "Test"
        label_format = "{name}"


class TrialsBlock(blocks.StreamBlock):
    """All tests of a form."""

    trial = TrialBlock()

    class Meta:
        required = False


def trials_of(stream: Any, definition: FormDefinition) -> tuple[Trial, ...]:
    """The stream's value as the rules run it."""
    several = {q.key for q in definition.questions if q.choices}
    return tuple(_trial(value, several) for value in as_data(stream))


def as_data(stream: Any) -> list[dict[str, Any]]:
    """The tests as plain data, for a file."""
    found = []
    for block in stream.get_prep_value():
        value = block["value"]
        found.append(
            {
                "name": value.get("name", ""),
                "answers": [dict(item["value"]) for item in value.get("answers") or []],
                "must_meet": [item["value"] for item in value.get("must_meet") or []],
                "must_not_meet": [item["value"] for item in value.get("must_not_meet") or []],
                "ends_at": value.get("ends_at") or "",
            }
        )
    return found


def _trial(value: dict[str, Any], several: set[str]) -> Trial:
    answers: dict[str, tuple[str, ...]] = {}
    for given in value["answers"]:
        key, text = given.get("question") or "", (given.get("answer") or "").strip()
        parts = [part.strip() for part in text.split(",")] if key in several else [text]
        answers[key] = tuple(part for part in parts if part)
    return Trial(
        name=value["name"],
        answers=answers,
        must_meet=tuple(value["must_meet"]),
        must_not_meet=tuple(value["must_not_meet"]),
        ends_at=value["ends_at"],
    )


def trials_stream(tests: list[dict[str, Any]]) -> str:
    """The stream's raw JSON for tests as ``as_data`` writes them."""
    lists = ("answers", "must_meet", "must_not_meet")
    values = [
        {**test, **{name: [_item(part) for part in test.get(name, [])] for name in lists}}
        for test in tests
    ]
    return json.dumps([{"type": "trial", "id": str(uuid4()), "value": v} for v in values])


def _item(value: Any) -> dict[str, Any]:
    # Without an id Wagtail takes a list's item for the value itself.
    return {"type": "item", "id": str(uuid4()), "value": value}
