"""The start page: what the form is for, what to have at hand, who helps at once."""

from django.http import HttpResponse
from django.shortcuts import redirect

from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.views.visit import CHECK, RESUME, Visit


def start_page(visit: Visit) -> HttpResponse:
    """Draw the start page with the ways back to answers already given, or take one of them."""
    if visit.request.method == "POST":
        return _take_up_another(visit)
    first = visit.form.pages[0]
    return visit.show(
        "start",
        first_url=visit.url(first.key),
        go_on_url=_where_it_stands(visit),
        resume_url=visit.url(RESUME),
        others=visit.others(),
        days_kept=drafts_kept().days,
    )


def no_such_step(visit: Visit) -> HttpResponse:
    """An address below the form that is none: what became of the answers, and the way back."""
    return visit.show(
        "no_such_step",
        status=404,
        go_on_url=_where_it_stands(visit),
        start_url=visit.url(),
        resume_url=visit.url(RESUME),
    )


def _where_it_stands(visit: Visit) -> str | None:
    if visit.draft is None:
        return None
    unfinished = visit.unfinished()
    return visit.url(unfinished.key if unfinished else CHECK)


def _take_up_another(visit: Visit) -> HttpResponse:
    """The visit has found the posted draft, if this browser knows it."""
    if visit.draft is None or visit.is_astray:
        return redirect(visit.url())
    visit.take_up(visit.draft)
    return visit.go(visit.unfinished())
