"""When something is shown: the tree, its meaning, its words."""

import pytest
from pydantic import ValidationError

from feedback_forms.rules.conditions import holds, in_words, questions_asked, read_condition

ASKED = {"question": "reason", "is": ["asked"]}
CHILD = {"question": "reason", "is": ["child", "died"]}
MAILED = {"question": "email", "answered": True}
SILENT = {"question": "email", "answered": False}


@pytest.mark.parametrize(
    ("tree", "facts", "expected"),
    [
        (ASKED, {"reason": "asked"}, True),
        (ASKED, {"reason": "child"}, False),
        (ASKED, {}, False),
        (CHILD, {"reason": "died"}, True),
        (ASKED, {"reason": ("other", "asked")}, True),
        ({"question": "agreed", "is": ["yes"]}, {"agreed": True}, True),
        ({"question": "agreed", "is": ["yes"]}, {"agreed": False}, False),
        (MAILED, {"email": "a@example.org"}, True),
        (MAILED, {"email": ""}, False),
        (SILENT, {}, True),
        ({"not": ASKED}, {"reason": "asked"}, False),
        ({"all": [ASKED, MAILED]}, {"reason": "asked"}, False),
        ({"all": []}, {}, True),
        ({"any": [ASKED, MAILED]}, {"reason": "asked"}, True),
        ({"any": []}, {}, False),
        ({"all": [{"not": ASKED}, {"any": [CHILD, MAILED]}]}, {"reason": "died"}, True),
    ],
)
def test_a_condition_holds_or_not(tree: dict, facts: dict, expected: bool) -> None:
    assert holds(read_condition(tree), facts) is expected


def test_no_condition_always_holds() -> None:
    assert holds(None, {})


@pytest.mark.parametrize(
    "tree", [{}, {"question": "x"}, {"question": "x", "is": []}, {"if": 1}, {"all": ASKED}, "x", 3]
)
def test_a_tree_that_is_none_is_refused(tree: object) -> None:
    with pytest.raises(ValidationError):
        read_condition(tree)


def test_a_condition_names_the_questions_it_looks_at() -> None:
    tree = read_condition({"all": [{"not": ASKED}, {"any": [MAILED]}]})
    assert list(questions_asked(tree)) == ["reason", "email"]
    assert list(questions_asked(None)) == []


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (None, "always"),
        ({"all": []}, "always"),
        ({"any": []}, "never"),
        (CHILD, "“Why?” is “child” or “died”"),
        (SILENT, "“email” is not answered"),
        ({"not": MAILED}, "not (“email” is answered)"),
        (
            {"all": [ASKED, {"any": [MAILED, CHILD]}]},
            "“Why?” is “asked” and (“email” is answered or “Why?” is “child” or “died”)",
        ),
    ],
)
def test_a_condition_reads_as_words(tree: dict | None, words: str) -> None:
    condition = read_condition(tree) if tree else None
    assert in_words(condition, {"reason": "Why?"}) == words


def test_a_condition_is_written_as_it_was_read() -> None:
    tree = {"all": [{"not": ASKED}, {"any": [MAILED, CHILD]}]}
    assert read_condition(read_condition(tree).model_dump(mode="json", by_alias=True)) == (
        read_condition(tree)
    )
    assert read_condition(read_condition(tree)) == read_condition(tree)
