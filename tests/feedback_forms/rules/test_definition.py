"""A form that could not be filled in is refused when it is read."""

from typing import Any

import pytest
from pydantic import ValidationError

from feedback_forms.rules.definition import FormDefinition


def text(key: str = "a", **more: Any) -> dict[str, Any]:
    return {"kind": "text", "key": key, "label": "Label", **more}


def page(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"key": "page", "questions": list(questions), **more}


OPTION = {"value": "x", "label": "X", "reveals": "gone"}


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([page(text(), key="sent")], "that address is taken"),
        ([page(text(), text("b"))], "several questions need a title"),
        ([page(text(), introduction="Words")], "an introduction needs a title"),
        ([page(text("a"), text("a"), title="T")], "question a is there twice"),
        ([page(text("a")), page(text("b"))], "page page is there twice"),
        ([page(text(choices=[OPTION]))], "choices do not fit"),
        ([page({"kind": "radios", "key": "a", "label": "A"})], "choices do not fit"),
        (
            [page({"kind": "radios", "key": "a", "label": "A", "choices": [OPTION]})],
            "reveals or needs .'gone'., which it does not have",
        ),
        ([page({"kind": "declaration", "key": "a", "label": "A"})], "needs its statement"),
        (
            [page({"kind": "files", "key": "a", "label": "A"}, text("b"), title="T")],
            "stands alone on its page",
        ),
        (
            [page(text(show_if={"question": "b", "is": ["x"]}))],
            "depends on b, not asked before it",
        ),
        ([page(text(meaning="nothing.known"))], "meaning"),
        ([page(text("Not a key"))], "pattern"),
        ([], "at least 1"),
    ],
)
def test_what_cannot_be_filled_in_is_refused(pages: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        FormDefinition.model_validate({"kind": "complaint", "pages": pages})


def test_a_page_is_headed_by_its_title_or_its_only_question() -> None:
    form = FormDefinition.model_validate(
        {"kind": "concern", "pages": [page(text(meaning="")), page(text("b"), key="b", title="T")]}
    )
    assert [p.heading for p in form.pages] == ["Label", "T"]
    assert form.pages[0].files_question is None
