"""A page that asks for files: add one, add another, go on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.actions.save_answers import save_answers
from feedback_forms.actions.store_evidence import store_evidence
from feedback_forms.forms.evidence import UploadForm
from feedback_forms.models import Evidence
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.rules.uploads import FileRefused
from feedback_forms.views.question import back_url, elsewhere, go_on, is_changing
from feedback_forms.views.visit import SENT, Visit


def evidence_page(visit: Visit, asked: PageDefinition) -> HttpResponse:
    """Show the page, take a file, or go on."""
    if visit.request.method != "POST":
        form = UploadForm(_question(asked), have=len(files_of(visit, asked)))
        return elsewhere(visit, asked) or show_evidence(visit, asked, form)
    if visit.was_sent():
        return redirect(visit.url(SENT))
    adding = visit.request.POST.get("next") == "add"
    if adding or visit.request.FILES:
        return _take(visit, asked, adding=adding)
    have = len(files_of(visit, asked))
    if _question(asked).required and not have:
        form = UploadForm(_question(asked), have=0, data=visit.request.POST, files={})
        return show_evidence(visit, asked, form)
    return _done(visit, asked)


def show_evidence(
    visit: Visit, asked: PageDefinition, form: UploadForm, *, status: int = 200
) -> HttpResponse:
    """Draw the page with the files given so far."""
    return visit.show(
        "evidence",
        status=status,
        asked=asked,
        form=form,
        question=_question(asked),
        files=files_of(visit, asked),
        changing=is_changing(visit),
        back_url=back_url(visit, asked),
    )


def files_of(visit: Visit, asked: PageDefinition) -> list[Evidence]:
    """The files given for the page, in the order they came."""
    if visit.draft is None:
        return []
    kept = visit.draft.evidence.kept().filter(question_key=_question(asked).key)
    return list(kept.order_by("pk"))


def _take(visit: Visit, asked: PageDefinition, *, adding: bool) -> HttpResponse:
    question, request = _question(asked), visit.request
    form = UploadForm(
        question, have=len(files_of(visit, asked)), data=request.POST, files=request.FILES
    )
    form.fields["file"].required = True
    if form.is_valid():
        try:
            evidence = store_evidence(
                draft=visit.draft_to_fill(), question=question, upload=form.cleaned_data["file"]
            )
        except FileRefused as refused:
            form.add_error("file", refused.refusal.value)
        else:
            if not adding:
                return _done(visit, asked)
            messages.success(request, f"{evidence.original_name} was added")
            return redirect(visit.url(asked.key, changing=is_changing(visit)))
    return show_evidence(visit, asked, form)


def _done(visit: Visit, asked: PageDefinition) -> HttpResponse:
    visit.draft = save_answers(
        draft=visit.draft_to_fill(), page_key=asked.key, given={}, at=timezone.now()
    )
    return go_on(visit, asked)


def _question(asked: PageDefinition):
    assert asked.files_question is not None
    return asked.files_question
