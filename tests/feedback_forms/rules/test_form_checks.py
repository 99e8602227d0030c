"""What keeps a form from being published: found, named, and never said without reason."""

import copy
from typing import Any

import pytest

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_checks import TOO_MANY, check_form
from feedback_forms.shipping import shipped_forms
from tests.feedback_forms.small_form import SMALL

SHAPE = ("kind", "audience", "on_behalf", "pages")


def text(key: str, **more: Any) -> dict[str, Any]:
    return {"kind": "text", "key": key, "label": key.title(), **more}


def radios(key: str, *values: str, **more: Any) -> dict[str, Any]:
    choices = [{"value": value, "label": value.title()} for value in values]
    return {"kind": "radios", "key": key, "label": key.title(), "choices": choices, **more}


def form(*pages: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "complaint", "pages": list(pages)}


def page(key: str, *questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"key": key, "title": key.title(), "questions": list(questions), **more}


def words(raw: dict[str, Any]) -> list[str]:
    return [found.words for found in check_form(raw)]


@pytest.mark.parametrize("key", sorted(shipped_forms()))
def test_nothing_keeps_a_shipped_form_from_being_published(key: str) -> None:
    shipped = shipped_forms()[key]
    assert words({name: shipped[name] for name in SHAPE if name in shipped}) == []


def test_a_rule_about_a_question_that_is_gone_is_named_with_its_page() -> None:
    pages = copy.deepcopy(SMALL["pages"])
    pages[1]["show_if"] = {"question": "gone", "is": ["x"]}
    (found,) = check_form({**form(), "pages": pages})
    assert found.words == (
        "Page 2 “Upload proof that you can act for them”: its rule asks about the question “gone”,"
        " which is gone"
    )
    assert (found.page, found.question, found.part) == (1, None, "show_if")


def test_a_rule_about_an_option_that_is_gone_is_named() -> None:
    rule = {"not": {"any": [{"question": "who", "is": ["me", "nobody"]}]}}
    raw = form(page("one", radios("who", "me", "you")), page("two", text("name"), show_if=rule))
    assert words(raw) == [
        "Page 2 “Two”: its rule asks for the option “nobody” of “Who”, which is gone"
    ]


def test_a_rule_about_a_later_page_is_named_once() -> None:
    rule = {"question": "who", "is": ["me"]}
    raw = form(page("one", text("name"), show_if=rule), page("two", radios("who", "me")))
    assert words(raw) == [
        "Page 1 “One”: its rule asks about “Who”, which is not on an earlier page"
    ]


def test_an_option_that_opens_a_question_of_another_page_is_named() -> None:
    who = radios("who", "me", "you")
    who["choices"][0]["reveals"] = "name"
    (found,) = words(form(page("one", who), page("two", text("name"))))
    assert "its option “Me” opens the question “name”, which is not on this page" in found


@pytest.mark.parametrize(
    "rule",
    [
        {"all": [{"question": "who", "is": ["me"]}, {"question": "who", "is": ["you"]}]},
        {"any": []},
        {"question": "who", "answered": False},
        {
            "all": [
                {"promise": "eligibility.gp_in_scope", "is": ["yes"]},
                {"not": {"promise": "eligibility.gp_in_scope", "is": ["yes"]}},
            ]
        },
        {
            "all": [
                {"question": "day", "older_than_months": 12},
                {"not": {"question": "day", "older_than_months": 6}},
            ]
        },
    ],
)
def test_a_page_that_no_answers_lead_to_is_named(rule: dict[str, Any]) -> None:
    day = {"kind": "date", "key": "day", "label": "Day"}
    raw = form(
        page("one", radios("who", "me", "you"), day), page("two", text("name"), show_if=rule)
    )
    assert words(raw) == ["Page 2 “Two”: no answers lead here, because its rule can never be met"]


@pytest.mark.parametrize(
    "rule",
    [
        {"question": "who", "answered": False},
        {"all": [{"question": "needs", "is": ["a"]}, {"question": "needs", "is": ["b"]}]},
        {"question": "day", "older_than_months": "eligibility.late_months"},
        {"promise": "eligibility.gp_in_scope", "is": ["yes"]},
        {"not": {"promise": "eligibility.gp_in_scope", "is": ["yes", "no"]}},
        {
            "all": [
                {"question": "day", "older_than_months": 6},
                {"not": {"question": "day", "older_than_months": 12}},
            ]
        },
        {"question": "name", "is": ["Ada"]},
    ],
)
def test_a_page_that_some_answers_lead_to_is_not_named(rule: dict[str, Any]) -> None:
    needs = {**radios("needs", "a", "b", "c"), "kind": "checkboxes"}
    day = {"kind": "date", "key": "day", "label": "Day"}
    first = page("one", radios("who", "me", required=False), needs, day, text("name"))
    assert words(form(first, page("two", text("more"), show_if=rule))) == []


def test_a_page_after_every_way_has_ended_is_unreachable() -> None:
    end = {"key": "end", "title": "Others can help", "introduction": "See them.", "ends": True}
    raw = form(page("one", text("name")), end, page("two", text("more")))
    assert words(raw) == ["Page 3 “Two”: no answers lead here, because its rule can never be met"]


def test_a_question_that_is_never_asked_is_named_with_its_page() -> None:
    never = text("more", show_if={"question": "who", "answered": False})
    raw = form(page("one", radios("who", "me")), page("two", text("name"), never))
    assert words(raw) == [
        "Page 2 “Two”, question “More”: no answers lead here, because its rule can never be met"
    ]


def test_a_required_question_that_is_hidden_with_the_one_that_opens_it_is_named() -> None:
    who = radios("who", "me", "you")
    who["choices"][0]["reveals"] = "how"
    how = radios("how", "well", "badly")
    how["choices"][0]["reveals"] = "detail"
    (found,) = words(form(page("one", who, how, text("detail"))))
    assert found.startswith("Page 1 “One”, question “Detail”: it must be answered, yet")
    assert found.endswith("Nobody could go on")


def test_an_optional_question_may_be_hidden_with_the_one_that_opens_it() -> None:
    who = radios("who", "me", "you")
    who["choices"][0]["reveals"] = "how"
    how = radios("how", "well", "badly")
    how["choices"][0]["reveals"] = "detail"
    assert words(form(page("one", who, how, text("detail", required=False)))) == []


def test_two_questions_of_one_meaning_on_one_way_are_named() -> None:
    raw = form(page("one", text("a", meaning="story"), text("b", meaning="story")))
    assert words(raw) == [
        "Page 1 “One”, question “B”: has the same meaning as Page 1 “One”, question “A”, and one"
        " person is asked both"
    ]


def test_two_questions_of_one_meaning_on_ways_that_part_are_no_fault() -> None:
    mine, yours = ({"question": "who", "is": [value]} for value in ("me", "you"))
    raw = form(
        page("one", radios("who", "me", "you")),
        page("two", text("a", meaning="story"), show_if=mine),
        page("three", text("b", meaning="story"), show_if=yours),
    )
    assert words(raw) == []


def test_a_question_that_two_options_open_is_named() -> None:
    who = radios("who", "me", "you")
    for choice in who["choices"]:
        choice["reveals"] = "name"
    (found,) = words(form(page("one", who, text("name"))))
    assert "is opened by more than one option" in found


def test_beyond_the_bound_nothing_is_guessed() -> None:
    rule = {"any": []}
    raw = form(page("one", radios("who", "me", "you")), page("two", text("x"), show_if=rule))
    assert [found.words for found in check_form(raw, most_states=0)] == [TOO_MANY]


def test_a_form_without_a_declaration_is_not_faulted_for_it() -> None:
    assert words({"kind": "complaint", "pages": SMALL["pages"]}) == []
    assert FormDefinition.model_validate({"kind": "complaint", "pages": SMALL["pages"]})
