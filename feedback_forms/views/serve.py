"""Which view answers for which step of a form."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from feedback_forms.models import FormPage
from feedback_forms.rules.quoting import page_in_words
from feedback_forms.views.check_answers import check_answers
from feedback_forms.views.equality import EQUALITY, equality_page
from feedback_forms.views.evidence import evidence_page
from feedback_forms.views.evidence_file import file_page
from feedback_forms.views.paper import PAPER, paper_page
from feedback_forms.views.question import question_page
from feedback_forms.views.remove_evidence import remove_page
from feedback_forms.views.sent import sent_page
from feedback_forms.views.start import start_page
from feedback_forms.views.visit import CHECK, SENT, Visit


def serve_form(request: HttpRequest, page: FormPage, step: str) -> HttpResponse:
    """Answer for a step; Http404 for an address that is none."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    visit = Visit(request, page)
    if not step:
        return start_page(visit)
    if step == CHECK:
        return check_answers(visit)
    if step == SENT:
        return sent_page(visit)
    if step == PAPER:
        return paper_page(visit)
    if step.split("/")[0] == EQUALITY:
        return equality_page(visit, step.removeprefix(EQUALITY).strip("/"))
    return _question(visit, *step.split("/"))


def _question(visit: Visit, key: str, *rest: str) -> HttpResponse:
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
