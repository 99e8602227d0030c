"""The answers and policies that make a difference to a form's rules: a few of each, no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.conditions import (
    AnswerIs,
    Leaf,
    OlderThan,
    PromiseIs,
    holds,
    leaves,
)
from feedback_forms.rules.dates import PartialDate, months_after
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.kinds import ANY_OF, DATES, QuestionKind

#: Stands for any other text: no option and no rule is written like this.
ANY_OTHER_TEXT = "any other answer"
#: Any day does: rules look at how long ago a date was, and at nothing else about it.
SOME_DAY = date(2026, 7, 15)
#: Months that a policy may name: fewer and more than any rule writes out.
FEW, MANY = 1, 600


def all_leaves(pages: Iterable[PageDefinition]) -> Iterator[Leaf]:
    """Every single test that a rule of the pages makes."""
    for page in pages:
        for shown in (page, *page.questions):
            yield from leaves(shown.show_if)


def tests_by_question(definition: FormDefinition) -> dict[str, list[Leaf]]:
    """Question key → all single tests on it; what an option reveals is a test too."""
    found: dict[str, list[Leaf]] = {}
    for leaf in all_leaves(definition.pages):
        if not isinstance(leaf, PromiseIs):
            found.setdefault(leaf.question, []).append(leaf)
    for page in definition.pages:
        for question, value in page.revealed.values():
            opens = AnswerIs.model_validate({"question": question, "is": [value]})
            found.setdefault(question, []).append(opens)
    return found


def possible_policies(pages: list[PageDefinition]) -> Iterator[Circumstances]:
    """A policy for each way in which its values can come out of the rules of the pages."""
    values: dict[str, set[str]] = {}
    months: set[int] = {FEW, MANY}
    for leaf in all_leaves(pages):
        if isinstance(leaf, PromiseIs):
            values.setdefault(leaf.promise, {ANY_OTHER_TEXT}).update(leaf.values)
        elif isinstance(leaf, OlderThan) and isinstance(leaf.months, int):
            months |= {leaf.months, leaf.months + 1}
    for leaf in all_leaves(pages):
        if isinstance(leaf, OlderThan) and isinstance(leaf.months, str):
            values.setdefault(leaf.months, {ANY_OTHER_TEXT}).update(map(str, months))
    for held in product(*(sorted(held) for held in values.values())):
        yield Circumstances(SOME_DAY, dict(zip(values, held, strict=True)))


def possible_answers(
    question: QuestionDefinition, tests: Iterable[Leaf], around: Circumstances
) -> list[Answer]:
    """One answer for each way in which the tests can come out; the first is an ordinary one.

    Exact: every answer that a person may give comes out of all the tests like one of these.
    Left empty only where it may be left empty, or cannot be tested at all.
    """
    outcomes = _Outcomes(question.key, list(tests), around)
    given = outcomes.unlike(_answers(question, outcomes))
    return given if question.required and given else [*given, None]


class _Outcomes:
    """How answers to one question come out of the tests on it."""

    def __init__(self, key: str, tests: list[Leaf], around: Circumstances) -> None:
        self.key, self.tests, self.around = key, tests, around

    def unlike(self, answers: Iterable[Answer]) -> list[Answer]:
        """The first answer for each outcome of all the tests."""
        first: dict[tuple[bool, ...], Answer] = {}
        for answer in answers:
            facts = {self.key: answer}
            outcome = tuple(holds(test, facts, self.around) for test in self.tests)
            first.setdefault(outcome, answer)
        return list(first.values())


def _answers(question: QuestionDefinition, outcomes: _Outcomes) -> Iterable[Answer]:
    if question.kind is QuestionKind.FILES:
        return []
    if question.kind in ANY_OF:
        return _ticked(question, outcomes)
    if question.choices:
        return [choice.value for choice in question.choices]
    if question.kind is QuestionKind.DECLARATION:
        return [True]
    if question.kind in DATES:
        return _dates(outcomes)
    typed = [
        value for test in outcomes.tests if isinstance(test, AnswerIs) for value in test.values
    ]
    return [ANY_OTHER_TEXT, *typed]


def _ticked(question: QuestionDefinition, outcomes: _Outcomes) -> Iterator[Answer]:
    """Boxes together, as far as a further one makes a difference; an exclusive one alone."""
    free: list[Answer] = [(c.value,) for c in question.choices if not c.exclusive]
    known = outcomes.unlike(free)
    for answer in known:
        # Grows while it is walked: unions that come out like an earlier one are not added.
        yield answer
        unions = [tuple(sorted({*_tuple(answer), *_tuple(one)})) for one in free]
        known.extend(outcomes.unlike([*known, *unions])[len(known) :])
    yield from ((c.value,) for c in question.choices if c.exclusive)


def _dates(outcomes: _Outcomes) -> Iterator[Answer]:
    """The day itself, and for each number of months the last day that is not older and the first."""
    around = outcomes.around
    today = around.today or SOME_DAY
    yield PartialDate.on(today)
    months = [around.number(t.months) for t in outcomes.tests if isinstance(t, OlderThan)]
    for number in sorted({number for number in months if number is not None}):
        day = months_after(today, -number)
        yield PartialDate.on(day)
        # A month's end may stand for several days: a week further back is older for certain.
        yield PartialDate.on(day - timedelta(days=7))


def _tuple(answer: Answer) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()
