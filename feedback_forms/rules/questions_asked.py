"""What was sent, read back: question by question as asked, and by meaning."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedback_forms.rules.answers import Answer, shown
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.definition import FormDefinition, QuestionDefinition
from feedback_forms.rules.kinds import QuestionKind
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
    around: Circumstances = UNKNOWN,
) -> list[Asked]:
    """Every question that applied, in order; a skipped one reads "Not provided"."""
    found = route(definition, answers, around)
    return [
        Asked(q, page.key, file_names.get(q.key) or shown(q, answers.get(q.key)))
        for page in found.pages
        for q in found.questions[page.key]
    ]


def by_meaning(
    definition: FormDefinition, answers: Mapping[str, Answer], around: Circumstances = UNKNOWN
) -> dict[Meaning, str]:
    """The answers that fill a slot, as text; lines are joined by line ends.

    An option chosen is given in its words, with the answer to the question that it opened, or as
    its value for the meanings in ``CODED``. "None of these" says nothing. What several questions
    on the way say of the same stands line by line.
    """
    found: dict[Meaning, str] = {}
    for asked in route(definition, answers, around).questions.values():
        inside = {question.key: question for question in asked}
        for question in asked:
            answer = answers.get(question.key)
            if question.meaning is None or not answer or _says_nothing(question, answer):
                continue
            text = _as_text(question, answer, answers, inside)
            before = found.get(question.meaning)
            found[question.meaning] = f"{before}\n{text}" if before else text
    return found


def _says_nothing(question: QuestionDefinition, answer: Answer) -> bool:
    none = {choice.value for choice in question.choices if choice.exclusive}
    return isinstance(answer, tuple) and none.issuperset(answer)


def _as_text(
    question: QuestionDefinition,
    answer: Answer,
    answers: Mapping[str, Answer],
    inside: Mapping[str, QuestionDefinition],
) -> str:
    if question.kind is QuestionKind.NHS_NUMBER or question.meaning in CODED:
        return str(answer)
    if not question.choices:
        return "\n".join(shown(question, answer))
    lines = []
    for choice in question.choices:
        if choice.value not in (answer if isinstance(answer, tuple) else (answer,)):
            continue
        opened = inside.get(choice.reveals)
        more = answers.get(choice.reveals)
        if opened and more and opened.meaning is None:
            lines.append(f"{choice.label}: {' '.join(shown(opened, more))}")
        else:
            lines.append(choice.label)
    return "\n".join(lines)
