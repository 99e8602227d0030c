"""Questions about the person, after sending: each may be skipped, and nothing leads back."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.actions.keep_equality_answers import keep_equality_answers
from feedback_forms.forms.question_page import QuestionPageForm
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.views.visit import SENT, Visit

EQUALITY = "equality"


def equality_url(visit: Visit) -> str:
    """Where the questions are, for somebody who has sent and not answered them; or nothing."""
    pages = pages_of(visit)
    if not pages or visit.sent is None or visit.sent.equality_given:
        return ""
    return visit.url(EQUALITY)


def pages_of(visit: Visit) -> tuple[PageDefinition, ...]:
    """The equality pages of the version that was sent."""
    return visit.sent.form_version.form.equality_pages if visit.sent else ()


def equality_page(visit: Visit, step: str) -> HttpResponse:
    """All questions on one page; Http404 to who has not sent, or asks for a step below it."""
    pages = pages_of(visit)
    if not pages or visit.sent is None or step:
        raise Http404
    if visit.sent.equality_given:
        return redirect(visit.url(SENT))
    together = _together(pages)
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = QuestionPageForm(together, {}, posted)
    if posted is None or not form.is_valid():
        return visit.show("equality", asked=together, form=form, back_url=visit.url(SENT))
    keep_equality_answers(draft=visit.sent, given=form.answers(), today=timezone.localdate())
    return redirect(visit.url(SENT))


def _together(pages: tuple[PageDefinition, ...]) -> PageDefinition:
    """One page of them all, with every question optional."""
    questions = [
        question.model_copy(update={"required": False})
        for page in pages
        for question in page.questions
    ]
    first = pages[0]
    title = first.title or "About you"
    return first.model_copy(update={"title": title, "questions": tuple(questions)})
