"""What the demonstration's bodies have worked on: a year of contacts, stories, and its figures."""

from datetime import date, datetime

from permissions.models import Body
from public_site.demo.annual import load_figures
from public_site.demo.cases.stories import stories_of
from public_site.demo.cases.working import work_stories
from public_site.demo.diary import Diary, now_on
from public_site.demo.listening import load_discussion, post_surveys
from public_site.demo.people import load_people
from public_site.demo.report_page import publish_report
from public_site.demo.year.loading import load_year
from staff_workspace.models import Case
from staff_workspace.policy.profile import load
from staff_workspace.policy.working_days import body_calendar
from staff_workspace.reports.reporting_year import last_full_year

# The body that is worked through; the others load as far as their policies differ.
WITH_A_YEAR = "hwe"


def load_cases(bodies: dict[str, Body], as_of: date) -> None:
    """Fill the workspaces of ``bodies`` as they stand on ``as_of``; cases that are there stay."""
    load_people(bodies)
    now = now_on(as_of)
    for body in bodies.values():
        if Case.objects.filter(body=body).exists():
            continue
        diary, stories = diary_of(body, now), stories_of(body.key)
        # The year first, so that references go up with the days.
        if body.key == WITH_A_YEAR:
            load_year(body, last_full_year(as_of), diary, stories)
        work_stories(body, stories, diary)
        post_surveys(body, diary)
        load_discussion(body, last_full_year(as_of), diary)
        if body.key == WITH_A_YEAR:
            load_figures(body, last_full_year(as_of), diary)
            publish_report(body, last_full_year(as_of), diary)


def diary_of(body: Body, now: datetime) -> Diary:
    """The days of ``body`` by its own calendar of working days."""
    return Diary(body_calendar(load(body.profile_key)), now)
