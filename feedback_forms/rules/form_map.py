"""The map of a form: its pages in order, when each is shown, what each asks, where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_forms.rules.conditions import questions_asked
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.form_words import rule_words
from feedback_forms.rules.meaning_words import meaning_in_full


@dataclass(frozen=True)
class MappedQuestion:
    """One question; ``when`` is empty where the page always asks it."""

    label: str
    kind: str
    required: bool
    when: str
    options: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class MappedPage:
    """One page; ``when`` is empty where everybody sees it.

    ``note`` says what is special about it; ``decides``: the headings of the pages whose rules look
    at its answers.
    """

    number: int
    key: str
    heading: str
    section: str
    when: str
    note: str
    questions: tuple[MappedQuestion, ...]
    decides: tuple[str, ...]


def map_of(definition: FormDefinition) -> tuple[MappedPage, ...]:
    """The pages in order."""
    return tuple(
        MappedPage(
            number=number,
            key=page.key,
            heading=page.heading,
            section=page.section,
            when=_when(page, definition),
            note=_note(page),
            questions=tuple(_question(q, page, definition) for q in page.questions),
            decides=_decided_by(page, definition),
        )
        for number, page in enumerate(definition.pages, 1)
    )


def _when(shown: PageDefinition | QuestionDefinition, definition: FormDefinition) -> str:
    return rule_words(shown.show_if, definition) if shown.show_if else ""


def _note(page: PageDefinition) -> str:
    if page.ends:
        return "The form ends here: there is no way on"
    if page.equality:
        return "Asked after sending, and kept apart from what was sent"
    return "" if page.questions else "Tells, and asks nothing"


def _question(
    question: QuestionDefinition, page: PageDefinition, definition: FormDefinition
) -> MappedQuestion:
    when = _when(question, definition)
    if question.key in page.revealed:
        key, value = page.revealed[question.key]
        parent = next(q for q in page.questions if q.key == key)
        opened = f"“{parent.label}” is “{parent.choice_label(value)}”"
        when = f"{when} and {opened}" if when else opened
    return MappedQuestion(
        label=question.label,
        kind=question.kind.value.replace("_", " "),
        required=question.required,
        when=when,
        options=tuple(choice.label for choice in question.choices),
        meaning=meaning_in_full(question.meaning) if question.meaning else "",
    )


def _decided_by(page: PageDefinition, definition: FormDefinition) -> tuple[str, ...]:
    here = {question.key for question in page.questions}
    return tuple(
        other.heading
        for other in definition.pages
        if any(
            here.intersection(questions_asked(shown.show_if)) for shown in (other, *other.questions)
        )
    )
