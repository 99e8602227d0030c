"""Answers are stored and shown back as they were typed."""

import pytest

from feedback_forms.rules.answers import Address, from_json, shown, to_json, typed
from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.kinds import QuestionKind
from feedback_forms.rules.postcodes import is_postcode, tidy_postcode

HOME = Address("1 Long Street", town="Harlow", postcode="cm18-6ly")
OPTIONS = [{"value": "a", "label": "Apple"}, {"value": "b", "label": "Pear"}]


def question(kind: QuestionKind, **more: object) -> QuestionDefinition:
    return QuestionDefinition.model_validate({"key": "q", "label": "Q", "kind": kind, **more})


@pytest.mark.parametrize(
    ("asked", "answer", "stored", "lines"),
    [
        (question(QuestionKind.TEXT), "Ana", "Ana", ("Ana",)),
        (question(QuestionKind.LONG_TEXT), "a\n\nb", "a\n\nb", ("a", "", "b")),
        (question(QuestionKind.LONG_TEXT), "\n", "\n", ("",)),
        (question(QuestionKind.PHONE), "(01632) 960-001", "(01632) 960-001", ("(01632) 960-001",)),
        (question(QuestionKind.DATE), PartialDate(2026, 3, 4), "2026-03-04", ("4 March 2026",)),
        (
            question(QuestionKind.APPROXIMATE_DATE),
            PartialDate(2026, 3),
            "2026-03",
            ("March 2026 (approximate)",),
        ),
        (question(QuestionKind.NHS_NUMBER), "9434765919", "9434765919", ("943 476 5919",)),
        (question(QuestionKind.RADIOS, choices=OPTIONS), "a", "a", ("Apple",)),
        (question(QuestionKind.RADIOS, choices=OPTIONS), "gone", "gone", ("gone",)),
        (
            question(QuestionKind.CHECKBOXES, choices=OPTIONS),
            ("a", "b"),
            ["a", "b"],
            ("Apple", "Pear"),
        ),
        (question(QuestionKind.DECLARATION, statement="It is true"), True, True, ("It is true",)),
        (
            question(QuestionKind.ADDRESS),
            HOME,
            {"line_1": "1 Long Street", "town": "Harlow", "postcode": "cm18-6ly"},
            ("1 Long Street", "Harlow", "CM18 6LY"),
        ),
    ],
)
def test_an_answer_is_stored_read_back_and_shown(asked, answer, stored, lines) -> None:
    assert to_json(answer) == stored
    assert from_json(asked.kind, stored) == answer
    assert shown(asked, answer) == lines


@pytest.mark.acceptance("F31")
@pytest.mark.parametrize("nothing", [None, ()])
def test_no_answer_reads_not_provided(nothing) -> None:
    assert shown(question(QuestionKind.TEXT), nothing) == ("Not provided",)
    assert to_json(nothing) is None


def test_only_questions_with_an_answer_have_one() -> None:
    asked = [question(QuestionKind.TEXT)]
    assert typed(asked, {"q": "", "gone": "x"}) == {}
    assert typed(asked, {"q": "x"}) == {"q": "x"}


@pytest.mark.acceptance("F22")
@pytest.mark.parametrize("text", ["CM18 6LY", "cm186ly", "Cm18-6Ly", " cm18 6ly "])
def test_a_postcode_is_accepted_however_it_is_typed(text: str) -> None:
    assert is_postcode(text)
    assert tidy_postcode(text) == "CM18 6LY"


@pytest.mark.parametrize("text", ["", "CM18", "12345", "6LY CM18"])
def test_what_is_no_postcode_stays_as_typed(text: str) -> None:
    assert not is_postcode(text)
    assert tidy_postcode(text) == text
