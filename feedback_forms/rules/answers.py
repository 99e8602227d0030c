"""Typed answers: how they are stored as JSON, read back, and shown as they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.kinds import ANY_OF, DATES, QuestionKind
from feedback_forms.rules.nhs_number import spaced
from feedback_forms.rules.postcodes import tidy_postcode

NOT_PROVIDED = "Not provided"


@dataclass(frozen=True)
class Address:
    """A postal address; ``country`` empty means the United Kingdom."""

    line_1: str
    line_2: str = ""
    town: str = ""
    postcode: str = ""
    country: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """As it stands on an envelope."""
        parts = (self.line_1, self.line_2, self.town, tidy_postcode(self.postcode), self.country)
        return tuple(part for part in parts if part)


Answer = str | bool | tuple[str, ...] | PartialDate | Address | None


def to_json(answer: Answer) -> Any:
    """What is stored: text, true, a list or a dict; None for no answer."""
    if isinstance(answer, PartialDate):
        return str(answer)
    if isinstance(answer, Address):
        return {name: part for name, part in asdict(answer).items() if part}
    if isinstance(answer, tuple):
        return list(answer) or None
    return answer or None


def from_json(kind: QuestionKind, stored: Any) -> Answer:
    """The answer that was stored for a question of ``kind``."""
    if not stored:
        return None
    if kind in DATES:
        return PartialDate.from_text(stored)
    if kind is QuestionKind.ADDRESS:
        return Address(**stored)
    if kind in ANY_OF:
        return tuple(stored)
    return bool(stored) if kind is QuestionKind.DECLARATION else str(stored)


def typed(definition_questions: Any, stored: Mapping[str, Any]) -> dict[str, Answer]:
    """Question key → answer, for all questions that have one."""
    found = {q.key: from_json(q.kind, stored.get(q.key)) for q in definition_questions}
    return {key: answer for key, answer in found.items() if answer is not None}


def shown(question: QuestionDefinition, answer: Answer) -> tuple[str, ...]:
    """The answer as lines to read: labels for values, everything else as it was typed."""
    if answer is None or answer == ():
        return (NOT_PROVIDED,)
    if isinstance(answer, PartialDate):
        return (answer.words,)
    if isinstance(answer, Address):
        return answer.lines
    if isinstance(answer, bool):
        return (question.statement or "Yes",)
    if isinstance(answer, tuple):
        return tuple(question.choice_label(value) for value in answer)
    if question.kind is QuestionKind.NHS_NUMBER:
        return (spaced(answer),)
    if question.choices:
        return (question.choice_label(answer),)
    return tuple(answer.splitlines()) or (answer,)
