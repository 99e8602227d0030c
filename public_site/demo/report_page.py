"""The annual report of the demonstration, published from the approved figures."""

from django.utils import timezone
from wagtail.models import Page

from permissions.models import Body
from public_site.demo.diary import Diary
from public_site.models import AnnualReportPage
from staff_workspace.models import AnnualFigures
from staff_workspace.reports.reporting_year import ReportingYear

PUBLISHED_AFTER = 30  # working days after the end of the year
LEDE = "What people told us in the year, what we found, and what has changed because of it."
INTRODUCTION = (
    "<p>More people than in the year before told us what went wrong with their care, and many "
    "more asked for help before it did. Nine in ten heard from us within three working days.</p>"
    "<p>Complaints still take too long. Most of the time goes into waiting for consent and for "
    "the answers of other organisations, and both are what we work on in the year to come.</p>"
    "<p>Thank you to everybody who wrote, called or came. Each lesson in this report began with "
    "one of you.</p>"
)


def publish_report(body: Body, year: ReportingYear, diary: Diary) -> None:
    """Publish the report of ``year`` where it is missing. Raises DoesNotExist without figures."""
    home = body.site.root_page.specific
    slug = f"annual-report-{year.label}"
    if home.get_children().filter(slug=slug).exists():
        return
    figures = AnnualFigures.objects.get(
        body=body, year_start=year.start, state=AnnualFigures.State.APPROVED
    )
    page = AnnualReportPage(
        slug=slug,
        title=f"Complaints annual report {year.label}",
        lede=LEDE,
        search_description=LEDE,
        introduction=INTRODUCTION,
        figures=figures,
        live=False,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    published = diary.moment(diary.forward(year.end, PUBLISHED_AFTER), 10 * 60)
    Page.objects.filter(pk=page.pk).update(first_published_at=published)
    AnnualReportPage.objects.filter(pk=page.pk).update(last_reviewed=timezone.localdate(published))
