"""What was sent, read back: question by question as asked, and by meaning."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedback_forms.rules.answers import Answer, shown
from feedback_forms.rules.definition import FormDefinition, QuestionDefinition, QuestionKind
from feedback_forms.rules.meanings import CODED, Meaning
from feedback_forms.rules.routing import route


@dataclass(frozen=True)
class Asked:
    """A question as it was worded, the lines of its answer, and the page to change it on."""

    question: QuestionDefinition
    page_key: str
    lines: tuple[str, ...]

    @property
    def label(self) -> str:
        """The question."""
        return self.question.label


def questions_and_answers(
    definition: FormDefinition,
    answers: Mapping[str, Answer],
    file_names: Mapping[str, tuple[str, ...]],
) -> list[Asked]:
    """Every question that applied, in order; a skipped one reads "Not provided"."""
    found = route(definition, answers)
    return [
        Asked(q, page.key, file_names.get(q.key) or shown(q, answers.get(q.key)))
        for page in found.pages
        for q in found.questions[page.key]
    ]


def by_meaning(definition: FormDefinition, answers: Mapping[str, Answer]) -> dict[Meaning, str]:
    """The answers that fill a slot, as text; lines are joined by line ends.

    An option chosen is given in its words, with what the person added to it ("Something else:
    ..."), or as its value for the meanings in ``CODED``. "None of these" fills no slot.
    """
    keys = route(definition, answers).question_keys
    found: dict[Meaning, str] = {}
    for question in definition.questions:
        answer = answers.get(question.key)
        if question.meaning is None or question.key not in keys or not answer:
            continue
        if question.kind is QuestionKind.NHS_NUMBER or question.meaning in CODED:
            found[question.meaning] = str(answer)
        elif words := _words(question, answers):
            found[question.meaning] = words
    return found


def _words(question: QuestionDefinition, answers: Mapping[str, Answer]) -> str:
    answer = answers[question.key]
    if not isinstance(answer, tuple):
        return "\n".join(shown(question, answer))
    chosen = [c for c in question.choices if c.value in answer and not c.exclusive]
    added = [(c.label, answers.get(c.reveals)) for c in chosen]
    return "\n".join(f"{label}: {more}" if more else label for label, more in added)
