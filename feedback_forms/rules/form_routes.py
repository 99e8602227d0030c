"""Every way through a form that makes a difference to its rules, walked within a bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.conditions import holds, questions_asked
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.possible_answers import (
    possible_answers,
    possible_policies,
    tests_by_question,
)

#: Beyond so many different states of one page nothing is said rather than something guessed.
MOST_STATES = 20_000

Facts = dict[str, Answer]
#: What later pages may still look at, and which question has filled a meaning already.
State = tuple[frozenset[tuple[str, Answer]], frozenset[tuple[Meaning, str]]]


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


def walk(definition: FormDefinition, *, most_states: int = MOST_STATES) -> Found:
    """Go every way under every policy; two ways that later pages cannot tell apart are one.

    ``most_states``: how many states, of all pages and policies together, are looked at.
    """
    found = Found()
    left = most_states
    for around in possible_policies(definition):
        left = _walk_under(_Walker(definition, around, found), definition, left)
        if left < 0:
            found.complete = False
            break
    return found


def _walk_under(walker: _Walker, definition: FormDefinition, left: int) -> int:
    """Go every way under one policy; what is left of the bound, below 0 when it was not enough."""
    states: set[State] = {(frozenset(), frozenset())}
    for page in definition.pages:
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
    def __init__(self, definition: FormDefinition, around: Circumstances, found: Found) -> None:
        self.around, self.found = around, found
        self.tests = tests_by_question(definition)
        meanings = Counter(q.meaning for q in definition.questions if q.meaning)
        self.doubled = {meaning for meaning, count in meanings.items() if count > 1}
        self.looked_at_after: dict[str, set[str]] = {}
        later: set[str] = set()
        for page in reversed(definition.pages):
            self.looked_at_after[page.key] = set(later)
            conditions = (shown.show_if for shown in (page, *page.questions))
            later.update(chain.from_iterable(map(questions_asked, conditions)))

    def through(self, page: PageDefinition, state: State) -> Iterator[State]:
        """The states after the page; none, where the form ends with it."""
        facts = dict(state[0])
        asked = [q for q in page.questions if holds(q.show_if, facts, self.around)]
        nothing = not asked and not page.is_information
        if nothing or not holds(page.show_if, facts, self.around):
            yield self._kept(page, facts), state[1]
            return
        self.found.pages.add(page.key)
        self._note_left_open(page, asked)
        for given, shown in self._given(page, asked):
            self.found.questions.update(q.key for q in shown)
            if page.equality:
                # Kept apart: no later rule sees the answers, and no meaning is filled.
                yield self._kept(page, facts), state[1]
            elif not page.ends:
                yield self._kept(page, {**facts, **given}), self._filled(shown, state[1])

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
        opens = {parent for parent, _ in page.revealed.values()}
        if question.key in self.looked_at_after[page.key] | opens:
            return possible_answers(question, self.tests[question.key], self.around)
        return [None]

    def _filled(
        self, shown: list[QuestionDefinition], before: frozenset[tuple[Meaning, str]]
    ) -> frozenset[tuple[Meaning, str]]:
        filled = dict(before)
        for question in shown:
            if question.meaning in self.doubled and question.meaning is not None:
                first = filled.setdefault(question.meaning, question.key)
                if first != question.key:
                    self.found.same_meaning.add((first, question.key))
        return frozenset(filled.items())

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
