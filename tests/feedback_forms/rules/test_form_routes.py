"""Walking every way agrees with trying out all answers, on small forms made at random."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_routes import walk
from feedback_forms.rules.routing import route
from tests.proving import ALL

VALUES = ("a", "b")


def leaf(before: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    keys = st.sampled_from(before)
    chosen = st.lists(st.sampled_from(VALUES), min_size=1, max_size=2, unique=True)
    return st.one_of(
        st.builds(lambda key, values: {"question": key, "is": values}, keys, chosen),
        st.builds(lambda key, said: {"question": key, "answered": said}, keys, st.booleans()),
    )


def rule(before: list[str]) -> st.SearchStrategy[dict[str, Any] | None]:
    if not before:
        return st.none()
    tree = st.recursive(
        leaf(before),
        lambda inner: st.one_of(
            st.builds(lambda parts: {"all": parts}, st.lists(inner, max_size=2)),
            st.builds(lambda parts: {"any": parts}, st.lists(inner, max_size=2)),
            st.builds(lambda part: {"not": part}, inner),
        ),
        max_leaves=3,
    )
    return st.one_of(st.none(), tree)


@st.composite
def forms(draw: st.DrawFn) -> FormDefinition:
    pages: list[dict[str, Any]] = []
    before: list[str] = []
    for number in range(draw(st.integers(2, 4))):
        key = f"q{number}"
        question = {
            "kind": draw(st.sampled_from(["radios", "checkboxes"])),
            "key": key,
            "label": key,
            "required": draw(st.booleans()),
            "meaning": draw(st.sampled_from(["story", None])),
            "choices": [{"value": value, "label": value} for value in VALUES],
        }
        pages.append({"key": f"p{number}", "show_if": draw(rule(before)), "questions": [question]})
        before.append(key)
    return FormDefinition.model_validate({"kind": "complaint", "pages": pages})


def every_answer(question: Any) -> list[Any]:
    given = ["a", "b"] if question.kind == "radios" else [("a",), ("b",), ("a", "b")]
    return given if question.required else [*given, None]


def tried_out(form: FormDefinition) -> tuple[set[str], set[tuple[str, str]]]:
    """The pages met and the pairs of one meaning, over all answers that the form accepts."""
    questions = list(form.questions)
    met: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for combination in product(*(every_answer(q) for q in questions)):
        given = {q.key: a for q, a in zip(questions, combination, strict=True) if a}
        found = route(form, given)
        met |= {page.key for page in found.pages}
        told = [q.key for asked in found.questions.values() for q in asked if q.meaning]
        pairs |= {(told[0], other) for other in told[1:]}
    return met, pairs


@settings(max_examples=150 if ALL else 50, deadline=None)
@given(forms())
def test_what_is_reached_is_exactly_what_some_answers_reach(form: FormDefinition) -> None:
    found = walk(form)
    assert found.complete
    assert (found.pages, found.same_meaning) == tried_out(form)


def test_many_boxes_in_one_rule_are_walked_in_a_blink() -> None:
    boxes = [{"value": f"v{n}", "label": str(n)} for n in range(30)]
    first = {"kind": "checkboxes", "key": "many", "label": "Many", "choices": boxes}
    rule = {"question": "many", "is": [box["value"] for box in boxes[:25]]}
    last = {"kind": "text", "key": "last", "label": "Last"}
    pages = [
        {"key": "one", "questions": [first]},
        {"key": "two", "questions": [last], "show_if": rule},
    ]
    found = walk(FormDefinition.model_validate({"kind": "complaint", "pages": pages}))
    assert found.complete
    assert found.pages == {"one", "two"}
