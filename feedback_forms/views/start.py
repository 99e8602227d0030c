"""The start page: what the form is for, what to have at hand, who helps at once."""

from django.http import HttpResponse

from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.views.visit import Visit


def start_page(visit: Visit) -> HttpResponse:
    """Draw the start page, with the way back to answers already given."""
    first = visit.form.pages[0]
    go_on = None
    if visit.draft:
        unfinished = visit.unfinished()
        go_on = visit.url(unfinished.key if unfinished else "check-answers")
    return visit.show(
        "start", first_url=visit.url(first.key), go_on_url=go_on, days_kept=drafts_kept().days
    )
