"""Who was asked how it was, and what was said of those who seldom complain."""

from datetime import datetime, timedelta

from django.utils import timezone

from permissions.models import Body, OutboxItem
from public_site.demo.diary import Diary
from public_site.demo.people import account
from staff_workspace.actions.record_discussion import record_discussion
from staff_workspace.actions.record_survey_posted import record_survey_posted
from staff_workspace.models import Task
from staff_workspace.policy.seldom_heard import places
from staff_workspace.queries.profile_in_force import policy_of
from staff_workspace.reports.reporting_year import ReportingYear

GROUPS = "People under 25; people who do not read English well; carers who work."
MEASURES = (
    "The leaflet and the form are tried with the youth council and two interpreters by June. "
    "PALS is open on one evening a week. Patient Experience reports back in six months."
)
DISCUSSED_AFTER = 30  # working days after the end of the year
POSTED_WITHIN = timedelta(days=5)
MAILED = ("tell_of_message", "invite_to_survey")


def post_surveys(body: Body, diary: Diary) -> None:
    """What waits longer than a few days was posted on the next; the latest still wait."""
    old = Task.objects.filter(
        case__body=body,
        kind=Task.Kind.SURVEY,
        done_at=None,
        made_at__lt=diary.now - POSTED_WITHIN,
    )
    for task in old.select_related("case"):
        record_survey_posted(
            case=task.case,
            by=account(body, "officer"),
            posted=True,
            at=task.made_at + timedelta(days=1),
        )


def load_discussion(body: Body, year: ReportingYear, diary: Diary) -> None:
    """The first of those whom the policy names has discussed the figures of the year."""
    day = min(diary.forward(year.end, DISCUSSED_AFTER), diary.today)
    where = next(iter(places(policy_of(body, diary.now))))
    record_discussion(
        body=body,
        by=account(body, "governance"),
        year=year,
        where=where,
        discussed_on=day,
        groups=GROUPS,
        measures=MEASURES,
        at=diary.moment(day, 15 * 60),
    )


def settle_mails(*, since: datetime) -> None:
    """The people of the stories had their mails long ago: nothing is mailed now."""
    told = OutboxItem.objects.filter(topic__in=MAILED, created_at__gte=since, done_at=None)
    told.update(done_at=timezone.now())
