"""Which view answers for which step of a form."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from feedback_forms.models import FormPage
from feedback_forms.rules.quoting import page_in_words
from feedback_forms.views.check_answers import check_answers
from feedback_forms.views.equality import EQUALITY, equality_page
from feedback_forms.views.evidence import evidence_page
from feedback_forms.views.evidence_file import file_page
from feedback_forms.views.exit import exit_page
from feedback_forms.views.paper import PAPER, paper_page
from feedback_forms.views.question import question_page
from feedback_forms.views.remove_evidence import remove_page
from feedback_forms.views.resume import link_page, resume_page
from feedback_forms.views.save_for_later import save_page
from feedback_forms.views.sent import sent_page
from feedback_forms.views.start import no_such_step, start_page
from feedback_forms.views.visit import CHECK, EXIT, RESUME, SAVE, SENT, Visit

STEPS: dict[str, Callable[[Visit], HttpResponse]] = {
    "": start_page,
    CHECK: check_answers,
    SENT: sent_page,
    PAPER: paper_page,
    SAVE: save_page,
    RESUME: resume_page,
    EXIT: exit_page,
}


def serve_form(request: HttpRequest, page: FormPage, step: str) -> HttpResponse:
    """Answer for a step; an address that is none says so, and leads back to the answers."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    visit = Visit(request, page)
    try:
        return STEPS[step](visit) if step in STEPS else _question(visit, *step.split("/"))
    except Http404:
        return no_such_step(visit)


def _question(visit: Visit, key: str, *rest: str) -> HttpResponse:
    if key == RESUME and len(rest) == 1:
        return link_page(visit, rest[0])
    if key == EQUALITY:
        return equality_page(visit, "/".join(rest))
    asked = visit.form.page(key)
    if asked is None or asked.equality:
        raise Http404
    if len(rest) == 2 and rest[0] == "remove" and asked.files_question:
        return remove_page(visit, asked, rest[1])
    if len(rest) == 2 and rest[0] == "file" and asked.files_question:
        return file_page(visit, asked, rest[1])
    if rest:
        raise Http404
    asked = page_in_words(asked, visit.circumstances)
    return evidence_page(visit, asked) if asked.files_question else question_page(visit, asked)
