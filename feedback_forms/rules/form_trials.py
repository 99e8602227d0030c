"""Named test answers of a form: whether somebody who answers so comes where the editor says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from feedback_forms.rules.answers import Answer
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.dates import PartialDate, months_after
from feedback_forms.rules.definition import FormDefinition, PageDefinition, QuestionDefinition
from feedback_forms.rules.kinds import ANY_OF, DATES, QuestionKind
from feedback_forms.rules.person_walks import Walked, walk_as

AGO = re.compile(r"(\d{1,3}) months? ago")


@dataclass(frozen=True)
class Trial:
    """``answers``: question key → what is typed or chosen, for checkboxes several values.

    A date is written 2026-03-04, 2026-03 or "13 months ago", counted from the day of the trial.
    ``ends_at`` is the key of the last page before the answers are checked; empty: any.
    """

    name: str
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    must_meet: tuple[str, ...] = ()
    must_not_meet: tuple[str, ...] = ()
    ends_at: str = ""


@dataclass(frozen=True)
class TrialResult:
    """How a trial came out: the way that was gone, and what was not as expected."""

    trial: Trial
    pages: tuple[PageDefinition, ...]
    problems: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.problems


def run_trials(
    trials: Iterable[Trial], definition: FormDefinition, around: Circumstances
) -> tuple[TrialResult, ...]:
    """Each trial with how it came out."""
    return tuple(run_trial(trial, definition, around) for trial in trials)


def run_trial(trial: Trial, definition: FormDefinition, around: Circumstances) -> TrialResult:
    """Walk the form with the answers. Questions that no rule looks at need no answer.

    ``around``: the day of the trial, and the policy that the rules look at.
    """
    questions = {question.key: question for question in definition.questions}
    given, problems = _read(trial, questions, around)
    walked = walk_as(definition, given, around)
    for question in walked.assumed:
        problems.append(f"it gives no answer to “{question.label}”, which decides the way")
    problems.extend(_not_asked(given, questions, walked))
    problems.extend(_astray(trial, definition, walked))
    return TrialResult(trial, walked.pages, tuple(problems))


def _read(
    trial: Trial, questions: Mapping[str, QuestionDefinition], around: Circumstances
) -> tuple[dict[str, Answer], list[str]]:
    given: dict[str, Answer] = {}
    problems: list[str] = []
    for key, values in trial.answers.items():
        question = questions.get(key)
        if question is None:
            problems.append(f"it answers the question “{key}”, which is gone")
            continue
        offered = {choice.value for choice in question.choices}
        for value in values:
            if offered and value not in offered:
                problems.append(f"it chooses “{value}” for “{question.label}”, which is gone")
        try:
            given[key] = _as_given(question, values, around)
        except ValueError:
            problems.append(
                f"its answer to “{question.label}” is no date like 2026-03-04 or 13 months ago"
            )
    return given, problems


def _as_given(
    question: QuestionDefinition, values: tuple[str, ...], around: Circumstances
) -> Answer:
    """What the typed values are as an answer; raises ValueError for a date that is none."""
    if question.kind in ANY_OF:
        return values
    first = values[0] if values else ""
    if question.kind in DATES and first:
        return _date(first, around)
    if question.kind is QuestionKind.DECLARATION:
        return bool(first)
    return first or None


def _date(text: str, around: Circumstances) -> PartialDate:
    ago = AGO.fullmatch(text.strip())
    if ago and around.today:
        return PartialDate.on(months_after(around.today, -int(ago[1])))
    return PartialDate.from_text(text.strip())


def _not_asked(
    given: Mapping[str, Answer], questions: Mapping[str, QuestionDefinition], walked: Walked
) -> Iterator[str]:
    asked = {q.key for shown in walked.questions.values() for q in shown}
    for key in given:
        if key not in asked:
            yield f"it answers “{questions[key].label}”, which is not asked on this way"


def _astray(trial: Trial, definition: FormDefinition, walked: Walked) -> Iterator[str]:
    met = {page.key for page in walked.pages}
    for key in (*trial.must_meet, *trial.must_not_meet, trial.ends_at):
        if key and definition.page(key) is None:
            yield f"it expects the page “{key}”, which is gone"
    for key in trial.must_meet:
        if (page := definition.page(key)) and key not in met:
            yield f"the page “{page.heading}” should be met and is not"
    for key in trial.must_not_meet:
        if (page := definition.page(key)) and key in met:
            yield f"the page “{page.heading}” should not be met and is"
    last = walked.pages[-1] if walked.pages else None
    wanted = definition.page(trial.ends_at) if trial.ends_at else None
    if wanted and last and last.key != wanted.key:
        yield f"it ends at “{last.heading}” and should end at “{wanted.heading}”"
