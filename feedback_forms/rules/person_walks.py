"""The way that one person takes through a form, with answers given beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.possible_answers import possible_answers, tests_by_question
from feedback_forms.rules.routing import route


@dataclass(frozen=True)
class Walked:
    """The pages met, the answers on the way, and the deciding questions that had to be assumed."""

    pages: tuple[PageDefinition, ...]
    questions: Mapping[str, tuple[QuestionDefinition, ...]]
    answers: Mapping[str, Answer]
    assumed: tuple[QuestionDefinition, ...]


def walk_as(
    definition: FormDefinition,
    given: Mapping[str, Answer],
    around: Circumstances,
    *,
    forthcoming: bool = False,
) -> Walked:
    """Go from page to page. Where a rule looks at an answer that is not given, assume the first.

    Only answers that must be given are assumed; with ``forthcoming`` those that may be given too.
    ``around``: the day, and the policy that the rules look at.
    """
    tests = tests_by_question(definition)
    answers = dict(given)
    assumed: list[QuestionDefinition] = []
    while True:
        found = route(definition, answers, around)
        shown = (q for page in found.pages for q in found.questions[page.key])
        open_ones = (q for q in shown if q.key in tests and q.key not in answers)
        question = next((q for q in open_ones if q.required or forthcoming), None)
        if question is None:
            return Walked(found.pages, found.questions, answers, tuple(assumed))
        answers[question.key] = possible_answers(question, tests[question.key], around)[0]
        assumed.append(question)
