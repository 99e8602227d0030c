"""Which pages and questions apply to the answers so far, and where Continue leads."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.conditions import holds
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition


@dataclass(frozen=True)
class Progress:
    """What was given so far: answers, files per question, the pages gone through, and the day."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    done: Collection[str] = ()
    around: Circumstances = UNKNOWN


@dataclass(frozen=True)
class Route:
    """The pages that apply, in order, and the questions that apply on each."""

    pages: tuple[PageDefinition, ...]
    questions: Mapping[str, tuple[QuestionDefinition, ...]]
    #: the answers that count, because their own questions apply
    facts: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def question_keys(self) -> frozenset[str]:
        """The keys of all questions that apply."""
        return frozenset(q.key for asked in self.questions.values() for q in asked)

    def after(self, key: str) -> PageDefinition | None:
        """The page after the page ``key``; None: check answers."""
        return self._beside(key, 1)

    def before(self, key: str) -> PageDefinition | None:
        """The page before the page ``key``; None: the start."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> PageDefinition | None:
        keys = [page.key for page in self.pages]
        index = keys.index(key) + step
        return self.pages[index] if 0 <= index < len(keys) else None


def route(
    definition: FormDefinition, answers: Mapping[str, Answer], around: Circumstances = UNKNOWN
) -> Route:
    """What applies. An answer counts for later conditions only if its own question applies.

    Nothing comes after a page that ends the form; equality pages are on no route.
    """
    facts: dict[str, Answer] = {}
    pages: list[PageDefinition] = []
    questions: dict[str, tuple[QuestionDefinition, ...]] = {}
    for page in definition.pages:
        if page.equality or not holds(page.show_if, facts, around):
            continue
        asked = tuple(q for q in page.questions if holds(q.show_if, facts, around))
        if not asked and page.questions:
            continue
        shown = _open_ones(page, asked, answers)
        pages.append(page)
        questions[page.key] = shown
        facts.update({q.key: answers[q.key] for q in shown if q.key in answers})
        if page.ends:
            break
    return Route(tuple(pages), questions, facts)


def questions_to_draw(
    page: PageDefinition, facts: Mapping[str, Answer], around: Circumstances = UNKNOWN
) -> tuple[QuestionDefinition, ...]:
    """The questions of a page, with those that an option may yet reveal; ``facts``: Route.facts."""
    return tuple(q for q in page.questions if holds(q.show_if, facts, around))


def first_unfinished(definition: FormDefinition, progress: Progress) -> PageDefinition | None:
    """The first page that applies and was not gone through or lacks an answer; None: all done.

    A page that ends the form is never done.
    """
    found = route(definition, progress.answers, progress.around)
    for page in found.pages:
        lacking = any(_lacks(q, progress) for q in found.questions[page.key])
        if page.ends or page.key not in progress.done or lacking:
            return page
    return None


def page_after(
    definition: FormDefinition, progress: Progress, key: str, *, changing: bool
) -> PageDefinition | None:
    """Where Continue on page ``key`` leads; None: check answers.

    ``changing``: back to check answers, by way of what the change has newly made necessary.
    """
    if changing:
        return first_unfinished(definition, progress)
    return route(definition, progress.answers, progress.around).after(key)


def to_send(
    definition: FormDefinition, answers: Mapping[str, Answer], around: Circumstances = UNKNOWN
) -> dict[str, Answer]:
    """The answers that apply; others were given on a way not taken and are not sent."""
    keys = route(definition, answers, around).question_keys
    return {key: answer for key, answer in answers.items() if key in keys}


def _open_ones(
    page: PageDefinition, asked: tuple[QuestionDefinition, ...], answers: Mapping[str, Answer]
) -> tuple[QuestionDefinition, ...]:
    """Those that stand on the page: what an option opens needs its own question to stand there."""
    opened_by, standing = page.revealed, {q.key for q in asked}
    while closed := {
        key for key in standing & set(opened_by) if not _opens(opened_by[key], standing, answers)
    }:
        standing -= closed
    return tuple(q for q in asked if q.key in standing)


def _opens(opener: tuple[str, str], standing: set[str], answers: Mapping[str, Answer]) -> bool:
    parent, value = opener
    chosen = answers.get(parent) if parent in standing else None
    return value in chosen if isinstance(chosen, tuple) else chosen == value


def _lacks(question: QuestionDefinition, progress: Progress) -> bool:
    if not question.required:
        return False
    return not (progress.answers.get(question.key) or progress.files.get(question.key))
