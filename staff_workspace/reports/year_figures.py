"""The figures of a body's reporting year, counted from its cases (catalogue REG-18, RP-1, T-27).

A complaint counts as received in the year of receipt, whatever became of it, and as closed in the
year of closing; a reopened one is not received again.
"""

from collections import Counter
from collections.abc import Iterable
from statistics import mean, median

from django.db.models import QuerySet
from django.utils import timezone

from permissions.models import Body
from staff_workspace.documents.report_figures import Count, Lesson, MonthCount, ReportFigures
from staff_workspace.models import Case
from staff_workspace.policy import grading
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.working_days import body_calendar, months_commencing
from staff_workspace.reports.reporting_year import ReportingYear

MOST_ROWS = 12


def year_figures(
    body: Body,
    year: ReportingYear,
    *,
    profile: Profile,
    matters: tuple[str, ...] = (),
    lessons: tuple[Lesson, ...] = (),
) -> ReportFigures:
    """Count the year. Raises FiguresDisagree when parts and totals differ."""
    first, after = year.moments()
    received = Case.objects.filter(body=body, received_at__gte=first, received_at__lt=after)
    closed = Case.objects.filter(
        body=body, kind=Case.Kind.COMPLAINT, closed_at__gte=first, closed_at__lt=after
    )
    complaints = received.filter(kind=Case.Kind.COMPLAINT)
    outcomes = Counter(closed.values_list("outcome", flat=True))
    days = working_days_taken(closed, profile)
    due, in_time = acknowledgements(received, profile)
    kinds = Counter(received.values_list("kind", flat=True))
    return ReportFigures(
        contacts=sum(kinds.values()),
        complaints_received=kinds[Case.Kind.COMPLAINT],
        concerns=kinds[Case.Kind.CONCERN] + kinds[Case.Kind.ENQUIRY],
        mp_enquiries=kinds[Case.Kind.MP_ENQUIRY],
        compliments=kinds[Case.Kind.COMPLIMENT],
        acknowledgements_due=due,
        acknowledged_in_time=in_time,
        complaints_closed=sum(outcomes.values()),
        closed_within_six_months=within_six_months(closed),
        median_working_days=f"{median(days):g}" if days else "",
        mean_working_days=f"{mean(days):.1f}" if days else "",
        upheld=outcomes["upheld"],
        partly_upheld=outcomes["partly_upheld"],
        not_upheld=outcomes["not_upheld"],
        closed_without_outcome=outcomes[""],
        referred_to_ombudsman=complaints.filter(referred_to_ombudsman=True).count(),
        reopened=complaints.filter(reopened=True).count(),
        by_month=by_month(received, year),
        by_subject=counts(complaints.values_list("subject", flat=True)),
        by_service=counts(complaints.values_list("service", flat=True)),
        by_grade=by_grade(complaints, profile),
        matters_of_importance=matters,
        lessons=lessons,
    )


def acknowledgements(received: QuerySet[Case], profile: Profile) -> tuple[int, int]:
    """How many acknowledgements were owed, and how many were sent by the due day."""
    owed = received.filter(
        kind__in=profile.acknowledgement.ack_kinds.in_force, acknowledgement_due__isnull=False
    )
    rows = owed.values_list("acknowledgement_due", "acknowledged_at")
    in_time = sum(1 for due, sent in rows if sent and timezone.localdate(sent) <= due)
    return len(rows), in_time


def within_six_months(closed: QuerySet[Case]) -> int:
    """How many were closed by the last day of the six months that began on receipt."""
    return sum(
        1
        for received, ended in closed.values_list("received_at", "closed_at")
        if timezone.localdate(ended) <= months_commencing(timezone.localdate(received), 6)
    )


def working_days_taken(closed: QuerySet[Case], profile: Profile) -> list[int]:
    """Working days from receipt to the response (or the end), the day of receipt not counted."""
    calendar = body_calendar(profile)
    rows = closed.values_list("received_at", "responded_at", "closed_at")
    return [
        calendar.working_days_between(timezone.localdate(start), timezone.localdate(sent or end))
        for start, sent, end in rows
    ]


def by_month(received: QuerySet[Case], year: ReportingYear) -> tuple[MonthCount, ...]:
    """Complaints and concerns by month of receipt, every month of the year."""
    found: Counter[tuple[str, str]] = Counter()
    for moment, kind in received.values_list("received_at", "kind"):
        found[timezone.localtime(moment).strftime("%Y-%m"), kind] += 1
    months = [f"{year.start.year + (m > 12)}-{(m - 1) % 12 + 1:02d}" for m in range(4, 16)]
    concerns = (Case.Kind.CONCERN, Case.Kind.ENQUIRY)
    return tuple(
        MonthCount(
            month=month,
            complaints=found[month, Case.Kind.COMPLAINT],
            concerns=sum(found[month, kind] for kind in concerns),
        )
        for month in months
    )


def by_grade(complaints: QuerySet[Case], profile: Profile) -> tuple[Count, ...]:
    """Complaints by the body's own grades, mildest first; ungraded ones at the end."""
    found = Counter(complaints.values_list("grade", flat=True))
    rows = [Count(g.label, found.pop(g.key, 0)) for g in grading.grades(profile)]
    rest = sum(found.values())
    return tuple(row for row in rows if row.number) + ((Count("Not graded", rest),) if rest else ())


def counts(labels: Iterable[str]) -> tuple[Count, ...]:
    """The most frequent labels first; the rest together, and what has no label last."""
    found = Counter(labels)
    unnamed = found.pop("", 0)
    most = found.most_common(MOST_ROWS)
    rest = sum(found.values()) - sum(number for _, number in most)
    rows = [Count(label, number) for label, number in most]
    rows += [Count("Other", rest)] if rest else []
    return tuple(rows + ([Count("Not recorded", unnamed)] if unnamed else []))
