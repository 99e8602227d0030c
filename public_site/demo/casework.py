"""What the demonstration's bodies have worked on: a year of contacts, stories, and its figures."""

from datetime import date, datetime

from permissions.models import Body
from public_site.demo.cases.working import work_stories
from public_site.demo.diary import Diary, now_on
from public_site.demo.people import load_people
from public_site.demo.profiles import load_profiles
from staff_workspace.models import Case
from staff_workspace.policy.profile import load
from staff_workspace.policy.working_days import body_calendar


def load_cases(bodies: dict[str, Body], as_of: date) -> None:
    """Fill the workspaces of ``bodies`` as they stand on ``as_of``; cases that are there stay."""
    load_profiles(bodies)
    load_people(bodies)
    now = now_on(as_of)
    for body in bodies.values():
        if not Case.objects.filter(body=body).exists():
            work_stories(body, diary_of(body, now))


def diary_of(body: Body, now: datetime) -> Diary:
    """The days of ``body`` by its own calendar of working days."""
    return Diary(body_calendar(load(body.profile_key)), now)
