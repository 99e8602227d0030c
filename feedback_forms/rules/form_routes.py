"""Every way through a form that makes a difference to its rules, walked within a bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.conditions import holds, questions_asked
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.form_influence import Influence, influence_on
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.possible_answers import (
    possible_answers,
    possible_policies,
    tests_by_question,
)

#: Beyond so many different states of one page nothing is said rather than something guessed.
MOST_STATES = 20_000

Facts = dict[str, Answer]
#: What later pages may still look at, and which question has filled the meaning looked for.
State = tuple[frozenset[tuple[str, Answer]], str]


@dataclass
class Found:
    """What was met on the way. Not ``complete``: there were too many ways to walk them all."""

    pages: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    #: two questions of one meaning that one person is asked
    same_meaning: set[tuple[str, str]] = field(default_factory=set)
    #: a question and the hidden one that an old answer to would keep it open
    left_open: set[tuple[str, str]] = field(default_factory=set)
    complete: bool = True


@lru_cache(maxsize=64)
def walk(definition: FormDefinition, *, most_states: int = MOST_STATES) -> Found:
    """Go every way under every policy; two ways that later pages cannot tell apart are one.

    Asked for each page and each meaning apart, so that what has no influence on it is left out.
    ``most_states``: how many states are looked at for one of them. What is found is kept for the
    next who asks about the same form, as an editor's every save does: read it, change nothing.
    """
    found = Found()
    for page in definition.pages:
        _walk_to([page], None, definition, found, most_states)
    meanings = Counter(q.meaning for q in definition.questions if q.meaning)
    for meaning, count in meanings.items():
        if count > 1:
            pages = [p for p in definition.pages if any(q.meaning is meaning for q in p.questions)]
            _walk_to(pages, meaning, definition, found, most_states)
    return found


def _walk_to(
    targets: list[PageDefinition],
    meaning: Meaning | None,
    definition: FormDefinition,
    found: Found,
    most_states: int,
) -> None:
    influence = influence_on(definition, targets)
    pages = [page for page in definition.pages if page.key in influence.pages]
    left = most_states
    for around in possible_policies(pages):
        left = _walk_under(_Walker(definition, influence, around, found, meaning), pages, left)
        if left < 0:
            found.complete = False
            return


def _walk_under(walker: _Walker, pages: list[PageDefinition], left: int) -> int:
    """Go every way under one policy; what is left of the bound, below 0 when it was not enough."""
    states: set[State] = {(frozenset(), "")}
    for page in pages:
        after: set[State] = set()
        for state in states:
            before = len(after)
            after.update(walker.through(page, state))
            left -= 1 + len(after) - before
            if left < 0:
                return left
        states = after
    return left


class _Walker:
    def __init__(
        self,
        definition: FormDefinition,
        influence: Influence,
        around: Circumstances,
        found: Found,
        meaning: Meaning | None,
    ) -> None:
        self.around, self.found, self.meaning = around, found, meaning
        self.influence = influence
        self.tests = tests_by_question(definition)
        self.looked_at_after: dict[str, set[str]] = {}
        later: set[str] = set()
        for page in reversed(definition.pages):
            self.looked_at_after[page.key] = later & influence.questions
            conditions = (shown.show_if for shown in (page, *page.questions))
            later.update(chain.from_iterable(map(questions_asked, conditions)))

    def through(self, page: PageDefinition, state: State) -> Iterator[State]:
        """The states after the page; none, where the form ends with it."""
        facts, filled_by = dict(state[0]), state[1]
        asked = [q for q in page.questions if holds(q.show_if, facts, self.around)]
        nothing = not asked and not page.is_information
        if nothing or not holds(page.show_if, facts, self.around):
            yield self._kept(page, facts), filled_by
            return
        if page.key in self.influence.targets:
            self.found.pages.add(page.key)
            self._note_left_open(page, asked)
        for given, shown in self._given(page, asked):
            if page.key in self.influence.targets:
                self.found.questions.update(q.key for q in shown)
            if page.equality:
                # Kept apart: no later rule sees the answers, and no meaning is filled.
                yield self._kept(page, facts), filled_by
            elif not page.ends:
                yield self._kept(page, {**facts, **given}), self._filled(shown, filled_by)

    def _kept(
        self, page: PageDefinition, facts: Mapping[str, Answer]
    ) -> frozenset[tuple[str, Answer]]:
        later = self.looked_at_after[page.key]
        return frozenset((key, a) for key, a in facts.items() if key in later and a is not None)

    def _given(
        self, page: PageDefinition, asked: list[QuestionDefinition]
    ) -> Iterator[tuple[Facts, list[QuestionDefinition]]]:
        """Every way to answer the page, with the questions that are open on it."""
        ways: list[tuple[Facts, list[QuestionDefinition]]] = [({}, [])]
        for question in _parents_first(page, asked):
            more = []
            for facts, shown in ways:
                if not _opened(page, question, facts):
                    more.append((facts, shown))
                    continue
                for answer in self._answers(page, question):
                    more.append(({**facts, question.key: answer}, [*shown, question]))
            ways = more
        yield from ways

    def _answers(self, page: PageDefinition, question: QuestionDefinition) -> list[Answer]:
        opens = {parent for parent, _ in page.revealed.values()} & self.influence.questions
        if question.key in self.looked_at_after[page.key] | opens:
            return possible_answers(question, self.tests[question.key], self.around)
        return [None]

    def _filled(self, shown: list[QuestionDefinition], filled_by: str) -> str:
        """The first question on the way that fills the meaning looked for, or ""."""
        for question in shown:
            if self.meaning is None or question.meaning is not self.meaning:
                continue
            if filled_by:
                self.found.same_meaning.add((filled_by, question.key))
            else:
                filled_by = question.key
        return filled_by

    def _note_left_open(self, page: PageDefinition, asked: list[QuestionDefinition]) -> None:
        keys = {q.key for q in asked}
        for question in asked:
            parent = page.revealed.get(question.key, ("", ""))[0]
            hidden = parent and (parent not in keys or parent in page.revealed)
            if hidden and question.required:
                self.found.left_open.add((question.key, parent))


def _opened(page: PageDefinition, question: QuestionDefinition, facts: Facts) -> bool:
    if question.key not in page.revealed:
        return True
    parent, value = page.revealed[question.key]
    chosen = facts.get(parent)
    return value in chosen if isinstance(chosen, tuple) else chosen == value


def _parents_first(
    page: PageDefinition, asked: list[QuestionDefinition]
) -> list[QuestionDefinition]:
    """An option's question after the one that has the option."""

    def depth(question: QuestionDefinition) -> int:
        key, steps = question.key, 0
        while key in page.revealed and steps <= len(asked):
            key, steps = page.revealed[key][0], steps + 1
        return steps

    return sorted(asked, key=depth)
