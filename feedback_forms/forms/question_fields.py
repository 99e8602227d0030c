"""Which field a question is asked with, and how its answer goes in and out."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.forms import Field

from feedback_forms import fields
from feedback_forms.rules.answers import Answer
from feedback_forms.rules.dates import PartialDate
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.kinds import QuestionKind
from feedback_forms.rules.meanings import Meaning

Words = dict[str, Any]


def field_for(question: QuestionDefinition) -> Field:
    """The field for a question; files are asked for by a page of their own."""
    words: Words = {
        "label": question.label,
        "thing": question.thing,
        "hint": " ".join(filter(None, (question.hint, question.why))),
        "required": question.required,
        "messages": {"required": question.missing} if question.missing else {},
    }
    return _MAKERS[question.kind](question, words)


def as_answer(value: Any) -> Answer:
    """What a field's cleaned value is as an answer."""
    if isinstance(value, date):
        return PartialDate.on(value)
    if isinstance(value, list):
        return tuple(value)
    answer: Answer = value or None
    return answer


def _typed(question: QuestionDefinition) -> Words:
    sizes: Words = {"autocomplete": question.autocomplete}
    if question.max_length:
        sizes["max_length"] = question.max_length
    if question.width:
        sizes["width"] = question.width
    return sizes


def _choices(question: QuestionDefinition) -> list[fields.Choice]:
    return [fields.Choice(**choice.model_dump(exclude={"needs"})) for choice in question.choices]


def _date(kind: type[fields.PartialDateField]) -> Callable[[QuestionDefinition, Words], Field]:
    return lambda q, words: kind(past=q.past, autocomplete=q.autocomplete, **words)


_MAKERS: dict[QuestionKind, Callable[[QuestionDefinition, Words], Field]] = {
    QuestionKind.TEXT: lambda q, words: fields.TextField(**_typed(q), **words),
    QuestionKind.LONG_TEXT: lambda q, words: fields.LongTextField(**_typed(q), **words),
    QuestionKind.NAME: lambda q, words: fields.TextField(spellcheck=False, **_typed(q), **words),
    QuestionKind.EMAIL: lambda q, words: fields.EmailField(**_typed(q), **words),
    QuestionKind.PHONE: lambda q, words: fields.PhoneField(**_typed(q), **words),
    QuestionKind.ADDRESS: lambda q, words: fields.AddressField(
        own=q.meaning is Meaning.COMPLAINANT_ADDRESS, **words
    ),
    QuestionKind.DATE: _date(fields.DateField),
    QuestionKind.APPROXIMATE_DATE: _date(fields.PartialDateField),
    QuestionKind.RADIOS: lambda q, words: fields.RadioField(choices=_choices(q), **words),
    QuestionKind.CHECKBOXES: lambda q, words: fields.CheckboxesField(choices=_choices(q), **words),
    QuestionKind.SELECT: lambda q, words: fields.SelectField(choices=_choices(q), **words),
    QuestionKind.TIME: lambda q, words: fields.TimeField(**words),
    QuestionKind.YES_NO: lambda q, words: fields.RadioField(
        choices=_choices(q), inline=not any(c.reveals for c in q.choices), **words
    ),
    QuestionKind.COMMUNICATION_NEEDS: lambda q, words: fields.CheckboxesField(
        choices=_choices(q), **words
    ),
    QuestionKind.CONSENT: lambda q, words: fields.RadioField(
        choices=_choices(q), statement=q.statement, **words
    ),
    QuestionKind.SIGNATURE: lambda q, words: fields.TextField(
        spellcheck=False, statement=q.statement, **{**_typed(q), **words}
    ),
    QuestionKind.NHS_NUMBER: lambda q, words: fields.NhsNumberField(**words),
    QuestionKind.DECLARATION: lambda q, words: fields.ConfirmField(statement=q.statement, **words),
}
