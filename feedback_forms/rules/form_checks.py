"""What keeps a form from being published: rules without a target, pages that nobody reaches …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.form_findings import Finding, Raw, fault, question_name
from feedback_forms.rules.form_routes import MOST_STATES, walk
from feedback_forms.rules.form_shape import read_form
from feedback_forms.rules.meanings import Meaning

TOO_MANY = (
    "The rules of this form combine in more ways than can be followed, so nobody can say whether"
    " every page is reached. Use fewer questions in rules, or make two forms of it."
)
#: Of these a person may tell several things; each is a line of its own in the case.
ADDING_UP = frozenset(
    {
        Meaning.COMPLAINANT_NEEDS,
        Meaning.COMPLAINANT_SAFE_CONTACT,
        Meaning.PATIENT_NEEDS,
        Meaning.EVIDENCE_AUTHORITY,
        Meaning.EVIDENCE_SUPPORTING,
        Meaning.EVIDENCE_SIGNED,
    }
)
NEVER_SHOWN = "no answers lead here, because its rule can never be met"


def check_form(form: Raw, *, most_states: int = MOST_STATES) -> tuple[Finding, ...]:
    """Everything that is wrong with the form, in the order of its pages.

    Sound: what is said to be unreachable is reached by no answers that the form accepts. Where
    the ways are more than ``most_states`` it says so instead.
    """
    targets = tuple(_lost_targets(form))
    definition, misshapen = read_form(form)
    if definition is None:
        said = {(found.page, found.part) for found in targets}
        # A rule without target has been named already, in better words.
        rest = [f for f in misshapen if not (targets and _is_about_rules(f, said))]
        return (*targets, *rest)
    return (*targets, *_opened_twice(form, definition), *_walked(form, definition, most_states))


def _is_about_rules(found: Finding, said: set[tuple[int | None, str]]) -> bool:
    about = "depends on" in found.words or "reveals" in found.words
    return about and any(part in ("show_if", "choices") for _, part in said)


def _walked(form: Raw, definition: FormDefinition, most_states: int) -> Iterator[Finding]:
    found = walk(definition, most_states=most_states)
    if not found.complete:
        yield Finding(TOO_MANY)
        return
    places = _places(definition)
    for number, page in enumerate(definition.pages):
        if page.key not in found.pages:
            yield fault(form, NEVER_SHOWN, number, part="show_if")
            continue
        for question in page.questions:
            if question.key not in found.questions:
                yield fault(form, NEVER_SHOWN, *places[question.key], part="show_if")
    for key, parent in sorted(found.left_open, key=lambda pair: places[pair[0]]):
        name = question_name(form, *places[parent])
        words = f"it must be answered, yet it can be hidden together with {name}, which opens it"
        yield fault(form, f"{words}. Nobody could go on", *places[key], part="required")
    meanings = {question.key: question.meaning for question in definition.questions}
    for first, second in sorted(found.same_meaning, key=lambda pair: places[pair[1]]):
        if meanings[first] in ADDING_UP:
            continue
        name = question_name(form, *places[first])
        words = f"has the same meaning as {name}, and one person is asked both"
        yield fault(form, words, *places[second], part="meaning")


def _opened_twice(form: Raw, definition: FormDefinition) -> Iterator[Finding]:
    for number, page in enumerate(definition.pages):
        for place, question in enumerate(page.questions):
            if len(_openers(page, question)) > 1:
                words = "is opened by more than one option: ask it once for each, or on its own"
                yield fault(form, words, number, place)


def _openers(page: PageDefinition, question: QuestionDefinition) -> list[str]:
    choices = (choice for q in page.questions for choice in q.choices)
    return [choice.value for choice in choices if choice.reveals == question.key]


def _places(definition: FormDefinition) -> dict[str, tuple[int, int]]:
    return {
        question.key: (number, place)
        for number, page in enumerate(definition.pages)
        for place, question in enumerate(page.questions)
    }


def _lost_targets(form: Raw) -> Iterator[Finding]:
    """Rules and options that point at what is gone, read from the raw form."""
    everywhere = {q.get("key"): q for page in _parts(form, "pages") for q in _parts(page)}
    before: set[Any] = set()
    for number, page in enumerate(_parts(form, "pages")):
        for words in _lost(page.get("show_if"), everywhere, before):
            yield fault(form, words, number, part="show_if")
        here = {question.get("key") for question in _parts(page)}
        for place, question in enumerate(_parts(page)):
            for words in _lost(question.get("show_if"), everywhere, before):
                yield fault(form, words, number, place, "show_if")
            for words in _lost_questions(question, here):
                yield fault(form, words, number, place, "choices")
        before |= here


def _lost_questions(question: Raw, here: set[Any]) -> Iterator[str]:
    for choice in _parts(question, "choices"):
        for name, does in (("reveals", "opens the question"), ("needs", "needs an answer to")):
            if choice.get(name) and choice[name] not in here:
                option = f"its option “{choice.get('label')}” {does}"
                yield f"{option} “{choice[name]}”, which is not on this page"


def _lost(tree: Any, everywhere: Mapping[Any, Raw], before: set[Any]) -> Iterator[str]:
    if isinstance(tree, list | tuple):
        for part in tree:
            yield from _lost(part, everywhere, before)
    if not isinstance(tree, Mapping):
        return
    for name in ("all", "any", "not"):
        yield from _lost(tree.get(name), everywhere, before)
    key = tree.get("question")
    if not isinstance(key, str):
        return
    question = everywhere.get(key)
    if question is None:
        yield f"its rule asks about the question “{key}”, which is gone"
        return
    label = question.get("label") or key
    if key not in before:
        yield f"its rule asks about “{label}”, which is not on an earlier page"
    offered = {choice.get("value") for choice in _parts(question, "choices")}
    values = tree.get("is")
    for value in values if offered and isinstance(values, list | tuple) else ():
        if value not in offered:
            yield f"its rule asks for the option “{value}” of “{label}”, which is gone"


def _parts(raw: Any, name: str = "questions") -> list[Raw]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return [part if isinstance(part, Mapping) else {} for part in found or ()]
