"""What changed from one version of a form to another, in words, in the order of the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from feedback_forms.rules.definition import (
    ChoiceDefinition,
    FormDefinition,
    PageDefinition,
    QuestionDefinition,
)
from feedback_forms.rules.form_words import rule_words

Part = TypeVar("Part")

#: The words for what a question or page says about itself; the rest is compared by name.
NAMES = {
    "label": "wording",
    "thing": "name in messages",
    "hint": "hint",
    "missing": "message when it is not answered",
    "meaning": "meaning",
    "statement": "statement",
    "purpose": "purpose of the files",
    "max_length": "longest answer",
    "width": "width",
    "autocomplete": "browser’s help",
    "kind": "kind of question",
    "title": "title",
    "section": "section",
    "introduction": "introduction",
    "divider": "word before it",
    "reveals": "question that it opens",
}
#: Compared in their own way.
APART = {"key", "value", "show_if", "choices", "questions"}


@dataclass(frozen=True)
class Change:
    """One difference: where it is, and what it is."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def compare(old: FormDefinition, new: FormDefinition) -> tuple[Change, ...]:
    """All differences; empty exactly when the two definitions are equal."""
    return (
        *_of_the_form(old, new),
        *_pages(old, new),
        *_questions(old, new),
    )


def _of_the_form(old: FormDefinition, new: FormDefinition) -> Iterator[Change]:
    if old.kind is not new.kind:
        yield Change("The form", f"is for a {new.kind.value}, was for a {old.kind.value}")
    if old.on_behalf is not new.on_behalf:
        yield Change("The form", f"for somebody else: {_shown(new.on_behalf)}")


def _pages(old: FormDefinition, new: FormDefinition) -> Iterator[Change]:
    before, after = _by_key(old.pages), _by_key(new.pages)
    yield from _came_and_went(before, after, lambda page: f"Page “{page.heading}”")
    for key, page in after.items():
        if key in before:
            yield from _altered(f"Page “{page.heading}”", before[key], page, old, new)
    if _order(before, after) != _order(after, before):
        yield Change("Pages", "stand in another order")


def _questions(old: FormDefinition, new: FormDefinition) -> Iterator[Change]:
    before, after = _by_key(old.questions), _by_key(new.questions)
    homes, now = _homes(old), _homes(new)
    yield from _came_and_went(before, after, lambda question: f"Question “{question.label}”")
    for key, question in after.items():
        if key not in before:
            continue
        where = f"Question “{before[key].label}”"
        yield from _altered(where, before[key], question, old, new)
        yield from _options(where, before[key], question)
        if homes[key].key != now[key].key:
            yield Change(where, f"moved to page “{now[key].heading}”")
    for page in new.pages:
        earlier = old.page(page.key)
        if earlier is None:
            continue
        was, here = _by_key(earlier.questions), _by_key(page.questions)
        if _order(was, here) != _order(here, was):
            yield Change(f"Page “{page.heading}”", "its questions stand in another order")


def _options(where: str, old: QuestionDefinition, new: QuestionDefinition) -> Iterator[Change]:
    before = {choice.value: choice for choice in old.choices}
    after = {choice.value: choice for choice in new.choices}
    for value, choice in after.items():
        if value not in before:
            yield Change(where, f"option “{choice.label}” added")
        else:
            yield from _reworded(f"{where}, option “{before[value].label}”", before[value], choice)
    for value, choice in before.items():
        if value not in after:
            yield Change(where, f"option “{choice.label}” removed")
    if _order(before, after) != _order(after, before):
        yield Change(where, "its options stand in another order")


def _came_and_went(
    before: Mapping[str, Part], after: Mapping[str, Part], name: Callable[[Part], str]
) -> Iterator[Change]:
    for key, part in after.items():
        if key not in before:
            yield Change(name(part), "added")
    for key, part in before.items():
        if key not in after:
            yield Change(name(part), "removed")


def _altered(
    where: str,
    before: PageDefinition | QuestionDefinition,
    after: PageDefinition | QuestionDefinition,
    old: FormDefinition,
    new: FormDefinition,
) -> Iterator[Change]:
    yield from _reworded(where, before, after)
    if before.show_if != after.show_if:
        was, now = rule_words(before.show_if, old), rule_words(after.show_if, new)
        yield Change(where, f"shown when: {now} (was: {was})")


def _reworded(
    where: str,
    before: PageDefinition | QuestionDefinition | ChoiceDefinition,
    after: PageDefinition | QuestionDefinition | ChoiceDefinition,
) -> Iterator[Change]:
    for name in type(after).model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if name not in APART and was != now:
            label = NAMES.get(name, name.replace("_", " "))
            yield Change(where, f"{label} is now {_shown(now)} (was {_shown(was)})")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"“{value}”" if value or value == 0 else "empty"


def _by_key(parts: Iterable[Any]) -> dict[str, Any]:
    return {part.key: part for part in parts}


def _homes(definition: FormDefinition) -> dict[str, PageDefinition]:
    return {q.key: page for page in definition.pages for q in page.questions}


def _order(these: Mapping[str, Any], others: Mapping[str, Any]) -> Sequence[str]:
    """The keys that both have, as they follow each other in ``these``."""
    return [key for key in these if key in others]
