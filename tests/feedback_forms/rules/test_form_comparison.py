"""What changed between two versions is said, and nothing is said where nothing changed."""

import copy
from typing import Any

import pytest

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_comparison import compare
from feedback_forms.shipping import shipped_forms
from tests.feedback_forms.small_form import SMALL

SHAPE = ("kind", "audience", "on_behalf", "pages")


def read(form: dict[str, Any]) -> FormDefinition:
    return FormDefinition.model_validate({name: form[name] for name in SHAPE if name in form})


def said(change: Any) -> list[str]:
    form = copy.deepcopy(SMALL)
    change(form)
    return [str(found) for found in compare(read(SMALL), read(form))]


def swap(form: dict[str, Any]) -> None:
    form["pages"][2], form["pages"][3] = form["pages"][3], form["pages"][2]


def move(form: dict[str, Any]) -> None:
    form["pages"][3]["title"] = "The rest"
    form["pages"][3]["questions"].append(form["pages"][2]["questions"].pop())


@pytest.mark.parametrize("key", sorted(shipped_forms()))
def test_a_form_compared_with_itself_has_no_changes(key: str) -> None:
    assert compare(read(shipped_forms()[key]), read(shipped_forms()[key])) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda form: form["pages"].pop(), ["Page “What happened?”: removed"]),
        (swap, ["Pages: stand in another order"]),
        (
            move,
            ["Question “Your email address”: moved to page “The rest”"],
        ),
        (
            lambda form: form["pages"][0]["questions"][0]["choices"].reverse(),
            ["Question “Why are you complaining for them?”: its options stand in another order"],
        ),
        (
            lambda form: form["pages"][0]["questions"][0]["choices"].append(
                {"value": "died", "label": "They have died"}
            ),
            ["Question “Why are you complaining for them?”: option “They have died” added"],
        ),
        (
            lambda form: form["pages"][2]["questions"][0].update(required=False),
            ["Question “Your full name”: required is now no (was yes)"],
        ),
        (
            lambda form: form["pages"][1].pop("show_if"),
            [
                "Page “Upload proof that you can act for them”: shown when: always (was: “Why are"
                " you complaining for them?” is “They are not able to”)"
            ],
        ),
        (
            lambda form: form.update(kind="concern"),
            ["The form: is for a concern, was for a complaint"],
        ),
    ],
)
def test_a_change_is_said_in_words(change: Any, words: list[str]) -> None:
    found = said(change)
    assert set(words) <= set(found)


def test_any_difference_is_said() -> None:
    old, new = read(SMALL), read(SMALL)
    for name, value in (("width", 5), ("autocomplete", "tel"), ("why", "To reach you")):
        form = copy.deepcopy(SMALL)
        form["pages"][2]["questions"][0][name] = value
        new = read(form)
        assert len(compare(old, new)) == 1
