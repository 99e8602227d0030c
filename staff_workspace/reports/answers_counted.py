"""How often each answer to the choices of a form was given; free text is left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from feedback_forms.rules.definition import QuestionDefinition
from staff_workspace.policy.small_numbers import few, hide_small


@dataclass(frozen=True)
class Counted:
    """One question: how many answered it, and the label of each answer with its count in words."""

    question: str
    answered: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tally:
    """One question: how many answered it, and how often each of its choices was given."""

    question: QuestionDefinition
    answered: int
    counts: Mapping[str, int]

    def numbers(self) -> tuple[int, ...]:
        """Every number that it would show."""
        return self.answered, *self.counts.values()

    def shown(self) -> Counted:
        """In words, small numbers hidden."""
        labels = {choice.value: choice.label for choice in self.question.choices}
        rows = tuple((labels[value], words) for value, words in hide_small(self.counts).items())
        return Counted(self.question.label, few(self.answered), rows)


def questions_of(versions: Iterable[Iterable[QuestionDefinition]]) -> list[QuestionDefinition]:
    """Each question once, as the first of ``versions`` worded it, with the choices of all."""
    found: dict[str, QuestionDefinition] = {}
    for questions in versions:
        for question in questions:
            known = found.setdefault(question.key, question)
            values = {choice.value for choice in known.choices}
            more = tuple(choice for choice in question.choices if choice.value not in values)
            if more:
                found[question.key] = known.model_copy(update={"choices": known.choices + more})
    return list(found.values())


def count_answers(
    questions: Iterable[QuestionDefinition], answers: Iterable[Mapping[str, Any]]
) -> list[Tally]:
    """Count the answers to every question with choices."""
    given = list(answers)
    return [
        _count(question, [row[question.key] for row in given if row.get(question.key)])
        for question in questions
        if question.choices
    ]


def _count(question: QuestionDefinition, values: list[Any]) -> Tally:
    counts: Counter[str] = Counter()
    for value in values:
        counts.update(value if isinstance(value, list) else [str(value)])
    of_choices = {choice.value: counts[choice.value] for choice in question.choices}
    return Tally(question, len(values), of_choices)
