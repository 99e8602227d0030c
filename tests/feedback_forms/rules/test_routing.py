"""Which pages apply, where Continue leads, and what is sent."""

import pytest

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.questions_asked import by_meaning, questions_and_answers
from feedback_forms.rules.routing import (
    Progress,
    first_unfinished,
    page_after,
    questions_to_draw,
    route,
    to_send,
)


def text(key: str, **more: object) -> dict:
    return {"kind": "text", "key": key, "label": key.title(), **more}


FORM = FormDefinition.model_validate(
    {
        "kind": "complaint",
        "pages": [
            {
                "key": "why",
                "questions": [
                    {
                        "kind": "radios",
                        "key": "reason",
                        "label": "Why?",
                        "meaning": "representation.reason",
                        "choices": [
                            {"value": "asked", "label": "They asked"},
                            {"value": "other", "label": "Other", "reveals": "what_else"},
                        ],
                    },
                    text("what_else"),
                ],
            },
            {
                "key": "proof",
                "show_if": {"question": "reason", "is": ["asked"]},
                "questions": [{"kind": "files", "key": "proof", "label": "Proof"}],
            },
            {
                "key": "detail",
                "show_if": {"question": "what_else", "answered": True},
                "questions": [text("detail", required=False)],
            },
            {
                "key": "needs",
                "title": "Needs",
                "questions": [
                    {
                        "kind": "checkboxes",
                        "key": "needs",
                        "label": "Needs",
                        "meaning": "complainant.needs",
                        "choices": [
                            {"value": "large", "label": "Large print"},
                            {"value": "tongue", "label": "Interpreter", "reveals": "language"},
                            {"value": "none", "label": "None of these", "exclusive": True},
                        ],
                    },
                    text("language"),
                    text("only_asked", show_if={"question": "reason", "is": ["asked"]}),
                ],
            },
        ],
    }
)


def keys(answers: dict) -> list[str]:
    return [page.key for page in route(FORM, answers).pages]


def test_pages_apply_by_the_answers_before_them() -> None:
    assert keys({}) == ["why", "needs"]
    assert keys({"reason": "asked"}) == ["why", "proof", "needs"]
    assert keys({"reason": "other", "what_else": "x"}) == ["why", "detail", "needs"]


def test_an_answer_that_no_longer_applies_opens_nothing_and_is_not_sent() -> None:
    answers = {"reason": "asked", "what_else": "left over", "detail": "left over"}
    assert keys(answers) == ["why", "proof", "needs"]
    assert to_send(FORM, answers) == {"reason": "asked"}


def test_a_page_whose_questions_do_not_apply_is_skipped() -> None:
    form = FormDefinition.model_validate(
        {
            "kind": "concern",
            "pages": [
                {"key": "a", "questions": [text("a")]},
                {
                    "key": "b",
                    "questions": [text("b", show_if={"question": "a", "is": ["x"]})],
                },
            ],
        }
    )
    assert [page.key for page in route(form, {}).pages] == ["a"]
    assert [page.key for page in route(form, {"a": "x"}).pages] == ["a", "b"]


def test_the_way_forth_and_back_knows_only_pages_that_apply() -> None:
    found = route(FORM, {})
    assert found.after("why").key == "needs"
    assert found.after("needs") is None
    assert found.before("needs").key == "why"
    assert found.before("why") is None


def test_a_page_is_unfinished_until_it_was_gone_through_and_has_its_answers() -> None:
    def left(**progress: object) -> str | None:
        page = first_unfinished(FORM, Progress(**progress))
        return page.key if page else None

    done = ("why", "proof", "needs")
    asked = {"reason": "asked", "needs": ("large",), "only_asked": "x"}
    assert left() == "why"
    assert left(answers={"reason": "asked"}, done=("why",)) == "proof"
    assert left(answers=asked, done=done) == "proof"
    assert left(answers=asked, files={"proof": 1}, done=done) is None
    assert left(answers={**asked, "only_asked": ""}, files={"proof": 1}, done=done) == "needs"
    assert left(answers={**asked, "needs": ("tongue",)}, files={"proof": 1}, done=done) == "needs"


@pytest.mark.acceptance("F32")
def test_continue_leads_on_or_when_changing_back_by_way_of_what_is_new() -> None:
    done = ("why", "needs")
    asked = Progress(answers={"reason": "asked", "needs": ("large",)}, done=done)
    assert page_after(FORM, asked, "why", changing=False).key == "proof"
    assert page_after(FORM, asked, "why", changing=True).key == "proof"
    other = Progress(
        answers={"reason": "other", "what_else": "x", "needs": ("large",)}, done=(*done, "detail")
    )
    assert page_after(FORM, other, "why", changing=True) is None


def test_a_page_draws_what_an_option_may_yet_reveal() -> None:
    drawn = [question.key for question in questions_to_draw(FORM.pages[3], {"reason": "other"})]
    assert drawn == ["needs", "language"]


def test_a_page_is_found_by_its_key() -> None:
    assert FORM.page("why") is FORM.pages[0]
    assert FORM.page("nothing") is None


def test_an_option_is_told_with_what_it_opened_and_a_coded_one_by_its_value() -> None:
    answers = {"reason": "other", "what_else": "x", "needs": ("large", "tongue"), "language": "ISL"}
    assert by_meaning(FORM, answers) == {
        "representation.reason": "other",
        "complainant.needs": "Large print\nInterpreter: ISL",
    }


def test_typed_answers_are_told_as_text_and_an_nhs_number_in_digits() -> None:
    form = FormDefinition.model_validate(
        {
            "kind": "complaint",
            "pages": [
                {"key": "a", "questions": [text("a", meaning="complainant.name")]},
                {
                    "key": "b",
                    "questions": [
                        {**text("b", meaning="patient.nhs_number"), "kind": "nhs_number"}
                    ],
                },
            ],
        }
    )
    assert by_meaning(form, {"a": "Ana", "b": "9434765919"}) == {
        "complainant.name": "Ana",
        "patient.nhs_number": "9434765919",
    }


def test_none_of_these_says_nothing() -> None:
    assert by_meaning(FORM, {"needs": ("none",)}) == {}


def test_answers_are_read_back_as_they_were_asked() -> None:
    found = questions_and_answers(FORM, {"reason": "asked"}, {"proof": ("lpa.pdf", "more.pdf")})
    assert [(asked.label, asked.page_key, asked.lines) for asked in found] == [
        ("Why?", "why", ("They asked",)),
        ("Proof", "proof", ("lpa.pdf", "more.pdf")),
        ("Needs", "needs", ("Not provided",)),
        ("Only_Asked", "needs", ("Not provided",)),
    ]
