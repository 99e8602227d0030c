"""What people told of themselves, and how it was for them: counts alone, of a year or half of it.

Nothing that it gives leads to a case, a reference or a person (EQ-1, SV-1).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import TruncMonth
from django.utils import timezone

from feedback_forms.models import EqualityAnswers, FormVersion, Submission
from feedback_forms.rules.kinds import FormKind
from permissions.models import Body
from staff_workspace.models import CaseEvent
from staff_workspace.models.case_event import SURVEY_ASKED
from staff_workspace.policy.small_numbers import BY_YEAR, few, may_stand_by_halves
from staff_workspace.reports.answers_counted import Counted, Tally, count_answers, questions_of
from staff_workspace.reports.reporting_year import HalfYear, ReportingYear, halves_of


@dataclass(frozen=True)
class MonthCoverage:
    """One month: how much was sent, and how many told something of themselves, in words."""

    month: date
    sent: str
    told: str


def equality_coverage(body: Body, year: ReportingYear) -> list[MonthCoverage]:
    """Every month of the year in which anything was sent or told."""
    first, after = year.moments()
    sent: Counter[date] = Counter()
    months = Submission.objects.filter(
        body=body, received_at__gte=first, received_at__lt=after
    ).annotate(month=TruncMonth("received_at"))
    for moment in months.values_list("month", flat=True):
        sent[timezone.localdate(moment)] += 1
    told = Counter(_told(body, year).values_list("month", flat=True))
    return [
        MonthCoverage(month, few(sent[month]), few(told[month]))
        for month in sorted(sent.keys() | told.keys())
    ]


def equality_figures(body: Body, year: ReportingYear) -> list[Counted]:
    """How often each answer to the questions about people was given in the year."""
    rows = _told(body, year)
    questions = questions_of(
        [question for page in version.form.equality_pages for question in page.questions]
        for version in _versions(rows)
    )
    tallies = count_answers(questions, rows.values_list("answers", flat=True))
    return [tally.shown() for tally in tallies]


def survey_figures(body: Body, year: ReportingYear) -> list[Counted]:
    """How often each answer to the satisfaction survey was given in the year."""
    [tallies] = _survey_tallies(body, year, [year])
    return [tally.shown() for tally in tallies]


def half_figures(
    body: Body, year: ReportingYear, half: HalfYear
) -> tuple[list[Counted], list[str]]:
    """The same of half of the year; and the questions that stand by year alone, by their labels."""
    halves = halves_of(year)
    shown, by_year = [], []
    for tallies in zip(*_survey_tallies(body, year, halves), strict=True):
        if may_stand_by_halves(tally.numbers() for tally in tallies):
            shown.append(tallies[halves.index(half)].shown())
        else:
            by_year.append(tallies[0].question.label)
    return shown, by_year


@dataclass(frozen=True)
class Turnout:
    """How many were asked how it was, and how many answered, asked or not; in words."""

    asked: str
    answered: str


def survey_turnout(body: Body, year: ReportingYear) -> Turnout:
    """Of the year, small numbers hidden."""
    return Turnout(
        asked=few(_asked(body, year).count()), answered=few(_surveys(body, year).count())
    )


def half_turnout(body: Body, year: ReportingYear, half: HalfYear) -> Turnout:
    """Of half of the year; `BY_YEAR` where a hidden number could be worked out."""
    halves = halves_of(year)

    def words(counts: list[int]) -> str:
        stands = may_stand_by_halves([count] for count in counts)
        return few(counts[halves.index(half)]) if stands else BY_YEAR

    return Turnout(
        asked=words([_asked(body, each).count() for each in halves]),
        answered=words([_surveys(body, each).count() for each in halves]),
    )


def _survey_tallies(
    body: Body, year: ReportingYear, periods: Iterable[ReportingYear]
) -> list[list[Tally]]:
    """Every question answered in the year, counted for each of the periods."""
    asked = questions_of(
        [
            question
            for page in version.form.pages
            if not page.equality
            for question in page.questions
        ]
        for version in _versions(_surveys(body, year))
    )
    return [
        count_answers(asked, _surveys(body, period).values_list("answers", flat=True))
        for period in periods
    ]


def _asked(body: Body, year: ReportingYear):
    first, after = year.moments()
    return CaseEvent.objects.filter(name=SURVEY_ASKED, case__body=body, at__gte=first, at__lt=after)


def _surveys(body: Body, year: ReportingYear):
    first, after = year.moments()
    return Submission.objects.filter(
        body=body, kind=FormKind.SURVEY, received_at__gte=first, received_at__lt=after
    )


def _told(body: Body, year: ReportingYear):
    return EqualityAnswers.objects.filter(
        body=body, month__gte=year.start, month__lte=year.end
    ).order_by()


def _versions(rows) -> list[FormVersion]:
    """The versions that were answered, the newest first."""
    keys = rows.order_by().values_list("form_version", flat=True).distinct()
    return list(FormVersion.objects.filter(pk__in=list(keys)).order_by("-pk"))
