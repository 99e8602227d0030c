"""The kinds of people an editor looks at a form as, found from what the form asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import FormDefinition, QuestionDefinition
from feedback_forms.rules.kinds import ANY_OF
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.person_walks import Walked, walk_as

NEEDS = {Meaning.COMPLAINANT_NEEDS, Meaning.PATIENT_NEEDS}


@dataclass(frozen=True)
class Person:
    """Somebody with a reason to fill the form in. ``forthcoming``: tells more than they must."""

    key: str
    name: str
    given: dict[str, Answer] = field(default_factory=dict)
    forthcoming: bool = True

    def walk(self, definition: FormDefinition, around: Circumstances) -> Walked:
        """The way that this person takes on that day, under that policy."""
        return walk_as(definition, self.given, around, forthcoming=self.forthcoming)


def people_of(definition: FormDefinition) -> tuple[Person, ...]:
    """Who fills the form in: for each reason to act for somebody else, or for themselves."""
    return (
        *_for_whom(definition),
        *_anonymous(definition),
        *_with_needs(definition),
    )


def _for_whom(definition: FormDefinition) -> Iterator[Person]:
    reasons = _meaning(definition, Meaning.REPRESENTATION_REASON)
    for question in reasons:
        for choice in question.choices:
            name = f"Acts for somebody else: {choice.label}"
            yield Person(f"reason-{choice.value}", name, {question.key: choice.value})
    if not reasons:
        yield Person("themselves", "Writes about their own care")


def _anonymous(definition: FormDefinition) -> Iterator[Person]:
    names = _meaning(definition, Meaning.COMPLAINANT_NAME)
    if all(not question.required for question in names):
        yield Person("anonymous", "Tells nothing that they need not tell", forthcoming=False)


def _with_needs(definition: FormDefinition) -> Iterator[Person]:
    given: dict[str, Answer] = {}
    for question in definition.questions:
        needs = [choice.value for choice in question.choices if not choice.exclusive]
        if question.meaning in NEEDS and needs:
            several = question.kind in ANY_OF
            given[question.key] = tuple(needs) if several else needs[0]
    if given:
        yield Person("needs", "Needs support to communicate, of every kind asked about", given)


def _meaning(definition: FormDefinition, meaning: Meaning) -> list[QuestionDefinition]:
    return [question for question in definition.questions if question.meaning is meaning]
