"""A form as it is printed: every page that this body could ask, with when to answer it in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.conditions import (
    AllOf,
    AnswerIs,
    AnyOf,
    Condition,
    IsAnswered,
    Not,
    OlderThan,
    PromiseIs,
    in_words,
)
from feedback_forms.rules.definition import (
    Conditional,
    FormDefinition,
    PageDefinition,
    QuestionDefinition,
)
from feedback_forms.rules.quoting import page_in_words

NEVER = AnyOf(parts=())
ALWAYS = AllOf(parts=())


@dataclass(frozen=True)
class PrintedQuestion:
    """A question with the words that say when to answer it; empty: always."""

    question: QuestionDefinition
    only_if: str


@dataclass(frozen=True)
class PrintedPage:
    """A page with its questions and the words that say when it applies; empty: always."""

    page: PageDefinition
    only_if: str
    questions: tuple[PrintedQuestion, ...]


def on_paper(form: FormDefinition, around: Circumstances) -> tuple[PrintedPage, ...]:
    """The pages to print, without those that this body's policy rules out."""
    labels = {question.key: question.label for question in form.questions}
    pages = [page for page in form.pages if not page.screen_only]
    asked = {question.key: question for page in pages for question in page.questions}
    printed = []
    for page in pages:
        only = _on_paper(page, asked, around)
        if only == NEVER:
            continue
        read = page_in_words(page, around)
        questions = tuple(
            PrintedQuestion(question, _words(question, asked, around, labels, page))
            for question in read.questions
            if _on_paper(question, asked, around) != NEVER
        )
        printed.append(PrintedPage(read, _said(only, labels), questions))
    return tuple(printed)


def settled(
    condition: Condition | None, around: Circumstances, asked: Collection[str] | None = None
) -> Condition:
    """The condition with what the policy decides already decided; ALWAYS or NEVER if that is all.

    With ``asked``, a question that is not among them has no answer.
    """
    if condition is None:
        return ALWAYS
    if isinstance(condition, PromiseIs):
        return ALWAYS if around.holds(condition.promise, condition.values) else NEVER
    if isinstance(condition, Not):
        part = settled(condition.part, around, asked)
        if part == ALWAYS:
            return NEVER
        return ALWAYS if part == NEVER else Not(part=part)
    if isinstance(condition, AllOf):
        parts = tuple(
            p for p in (settled(c, around, asked) for c in condition.parts) if p != ALWAYS
        )
        return NEVER if NEVER in parts else _one(parts, AllOf(parts=parts))
    if isinstance(condition, AnyOf):
        parts = tuple(p for p in (settled(c, around, asked) for c in condition.parts) if p != NEVER)
        return ALWAYS if ALWAYS in parts else _one(parts, AnyOf(parts=parts))
    if asked is not None and condition.question not in asked:
        unanswered = isinstance(condition, IsAnswered) and not condition.answered
        return ALWAYS if unanswered else NEVER
    if isinstance(condition, OlderThan):
        months = around.number(condition.months)
        return condition if months is None else condition.model_copy(update={"months": months})
    return condition


def _one(parts: tuple[Condition, ...], together: Condition) -> Condition:
    return parts[0] if len(parts) == 1 else together


def _on_paper(
    part: Conditional, asked: dict[str, QuestionDefinition], around: Circumstances
) -> Condition:
    return _labelled(settled(part.show_if, around, asked), asked)


def _labelled(condition: Condition, asked: dict[str, QuestionDefinition]) -> Condition:
    """The condition with the labels of options in place of their values."""
    if isinstance(condition, AllOf | AnyOf):
        parts = tuple(_labelled(part, asked) for part in condition.parts)
        return condition.model_copy(update={"parts": parts})
    if isinstance(condition, Not):
        return condition.model_copy(update={"part": _labelled(condition.part, asked)})
    if isinstance(condition, AnswerIs) and condition.question in asked:
        question = asked[condition.question]
        labels = tuple(question.choice_label(value) for value in condition.values)
        return condition.model_copy(update={"values": labels})
    return condition


def _words(
    question: QuestionDefinition,
    asked: dict[str, QuestionDefinition],
    around: Circumstances,
    labels: dict[str, str],
    page: PageDefinition,
) -> str:
    opened = page.revealed.get(question.key)
    if opened:
        parent, value = opened
        return f"“{labels[parent]}” is “{asked[parent].choice_label(value)}”"
    return _said(_on_paper(question, asked, around), labels)


def _said(condition: Condition, labels: dict[str, str]) -> str:
    return "" if condition == ALWAYS else in_words(condition, labels)
