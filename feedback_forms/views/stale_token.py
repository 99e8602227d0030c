"""A form whose token is stale: nothing is stored, what was typed stands there again.

Where the form leads into the workspace, the audit keeps that it was refused: it may have come from
a page of another site.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from feedback_forms.forms.evidence import UploadForm
from feedback_forms.forms.question_page import QuestionPageForm
from feedback_forms.models import FormPage
from feedback_forms.views.check_answers import show_answers
from feedback_forms.views.evidence import files_of, show_evidence
from feedback_forms.views.exit import exit_page
from feedback_forms.views.question import show_question
from feedback_forms.views.visit import CHECK, EXIT, Visit
from permissions.views import refused_unasked

KEPT = "This page was open too long, so your answer was not saved. It is still here: continue again"
FILE = "This page was open too long, so your file was not added. Select it again"
UNSENT = "This page was open too long, so nothing was sent. Your answers are still here: send again"


def stale_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The same step again, status 403; a page that says what to do for anything but a form."""
    refused_unasked(request, why="no token of ours")
    try:
        again = _same_step(request)
    except Http404:
        again = None
    return again or render(request, "feedback_forms/stale_token.jinja", status=403)


def _same_step(request: HttpRequest) -> HttpResponse | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    components = [part for part in request.path.split("/") if part]
    page, _, kwargs = site.root_page.specific.route(request, components)
    step = kwargs.get("step", "")
    if not isinstance(page, FormPage) or not step:
        return None
    visit = Visit(request, page)
    if step == EXIT:
        # In a hurry nobody is sent back. A stranger's page cannot do it: cookies stay at home.
        return exit_page(visit)
    if step == CHECK and visit.draft:
        return show_answers(visit, problem=UNSENT, status=403)
    asked = visit.form.page(step)
    if asked is None:
        return None
    if asked.files_question:
        upload = UploadForm(
            asked.files_question, have=len(files_of(visit, asked)), data=request.POST, files={}
        )
        upload.keep_unjudged(FILE)
        return show_evidence(visit, asked, upload, status=403)
    form = QuestionPageForm(
        asked,
        visit.progress.answers,
        request.POST,
        around=visit.circumstances,
        facts=visit.route.facts,
    )
    form.keep_unjudged(KEPT)
    return show_question(visit, asked, form, status=403)
