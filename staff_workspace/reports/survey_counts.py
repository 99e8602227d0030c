"""What people answered to surveys: counts alone, apart from any case and any name (SV-1)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from feedback_forms.models import Submission
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.kinds import FormKind
from permissions.models import Body


@dataclass
class QuestionCounts:
    """A question as it was asked, and how often each of its options was chosen."""

    question: str
    options: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> list[tuple[str, int]]:
        """Option and number, in the order of the form."""
        return list(self.options.items())


@dataclass(frozen=True)
class SurveyCounts:
    """How many answered between two moments, and what."""

    answered: int
    questions: list[QuestionCounts]


def survey_counts(body: Body, *, start: datetime, end: datetime) -> SurveyCounts:
    """Count the surveys of ``body`` received from ``start`` until before ``end``.

    Only options are counted: what people wrote in their own words could name somebody.
    """
    sent = Submission.objects.filter(
        body=body, kind=FormKind.SURVEY, received_at__gte=start, received_at__lt=end
    ).select_related("form_version")
    found: dict[str, QuestionCounts] = {}
    answered = 0
    for submission in sent.order_by("received_at", "pk").iterator():
        answered += 1
        given = submission.typed_answers
        for question in _with_options(submission):
            counts = found.setdefault(question.label, QuestionCounts(question.label))
            answer = given.get(question.key)
            chosen = answer if isinstance(answer, tuple) else (answer,)
            for choice in question.choices:
                counts.options[choice.label] += choice.value in chosen
    return SurveyCounts(answered, list(found.values()))


def _with_options(submission: Submission) -> Iterator[QuestionDefinition]:
    return (question for question in submission.form.questions if question.choices)
