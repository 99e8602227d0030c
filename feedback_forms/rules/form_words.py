"""The rules of a form in words, with the labels of questions and options as people read them."""

from __future__ import annotations

from feedback_forms.rules.conditions import AllOf, AnswerIs, AnyOf, Condition, Not, in_words
from feedback_forms.rules.definition import FormDefinition, QuestionDefinition


def rule_words(condition: Condition | None, definition: FormDefinition) -> str:
    """The condition as a sentence part: “Who is it about?” is “Somebody else”."""
    questions = {question.key: question for question in definition.questions}
    labels = {key: question.label for key, question in questions.items()}
    return in_words(_with_labels(condition, questions), labels)


def _with_labels(
    condition: Condition | None, questions: dict[str, QuestionDefinition]
) -> Condition | None:
    """The tree with each option's value replaced by its label, to be read and not evaluated."""
    if isinstance(condition, AllOf | AnyOf):
        parts = tuple(_with_labels(part, questions) for part in condition.parts)
        return condition.model_copy(update={"parts": parts})
    if isinstance(condition, Not):
        return condition.model_copy(update={"part": _with_labels(condition.part, questions)})
    if isinstance(condition, AnswerIs) and condition.question in questions:
        question = questions[condition.question]
        values = tuple(question.choice_label(value) for value in condition.values)
        return condition.model_copy(update={"values": values})
    return condition
