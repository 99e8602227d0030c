"""Loads the year: planned, written in bulk, and dated by the policy's own clocks."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from permissions.models import Body
from public_site.demo.cases.stories import Story
from public_site.demo.diary import Diary
from public_site.demo.people import account
from public_site.demo.year.numbering import Numbering
from public_site.demo.year.plan import plan_year
from public_site.demo.year.rows import Office, RowMaker, events_of
from public_site.demo.year.shape import shape
from staff_workspace.actions.open_case import owning_team
from staff_workspace.models import Case, CaseEvent
from staff_workspace.policy import outcomes
from staff_workspace.queries.case_clocks import refresh_due_dates
from staff_workspace.queries.profile_in_force import profile_version
from staff_workspace.reports.reporting_year import ReportingYear

BATCH = 500


def load_year(body: Body, year: ReportingYear, diary: Diary, stories: list[Story]) -> None:
    """Add the contacts of ``year`` that the ``stories`` leave out. The same call, the same rows."""
    rng = Random(year.label)
    contacts = plan_year(year, diary.calendar, told(stories, year, diary), rng)
    office = Office(
        team=owning_team(body),
        version=profile_version(body, year.moments()[0]),
        diary=diary,
        handlers=(account(body, "officer"), account(body, "officer2")),
    )
    maker, numbers = RowMaker(office, contacts, rng), Numbering(body)
    cases = [maker.case(contact, numbers.reference(contact.received)) for contact in contacts]
    _mark(cases, year, rng)
    Case.objects.bulk_create(cases, batch_size=BATCH)
    CaseEvent.objects.bulk_create(
        [event for case in cases for event in events_of(case)], batch_size=BATCH
    )
    numbers.save()
    _refresh_open(body, diary)


def told(stories: list[Story], year: ReportingYear, diary: Diary) -> Mapping[str, int]:
    """How many of the year's contacts, and of its closed complaints, the stories tell already."""
    found: Counter[str] = Counter()
    for story in stories:
        received = diary.back(story.received)
        if year.start <= received <= year.end:
            found[story.kind] += 1
        if story.kind == Case.Kind.COMPLAINT and story.closed_after is not None:
            closed = diary.forward(received, story.closed_after)
            if year.start <= closed <= year.end:
                findings = [point.finding for point in story.points if point.finding]
                found[f"closed {outcomes.overall(findings) if findings else 'none'}"] += 1
    return found


def _mark(cases: list[Case], year: ReportingYear, rng: Random) -> None:
    """Say which complaints of the year went to the ombudsman or were opened again."""
    first, _ = year.moments()
    answered = [
        case
        for case in cases
        if case.kind == Case.Kind.COMPLAINT and case.responded_at and case.received_at >= first
    ]
    for column, number in shape()["of_complaints"].items():
        for case in rng.sample(answered, number):
            setattr(case, column, True)


def _refresh_open(body: Body, diary: Diary) -> None:
    open_cases = Case.objects.filter(body=body).exclude(state="closed")
    cases = list(open_cases.select_related("profile_version").prefetch_related("events"))
    for case in cases:
        refresh_due_dates(case, as_of=diary.now)
    columns = ["acknowledgement_due", "response_due", "statutory_due", "next_due"]
    Case.objects.bulk_update(cases, columns, batch_size=BATCH)
