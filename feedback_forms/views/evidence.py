"""A page that asks for files: add some, add more, go on."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.actions.save_answers import save_answers
from feedback_forms.actions.store_several import store_several
from feedback_forms.forms.evidence import UploadForm
from feedback_forms.models import Evidence
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.rules.upload_words import added_in_words, problems_in_words
from feedback_forms.uploading import Refused, refused_on_the_way
from feedback_forms.views.question import back_url, elsewhere, go_on, is_changing
from feedback_forms.views.visit import SENT, Visit
from permissions import crash_points

PROBLEMS = "candour_upload_problems"


def evidence_page(visit: Visit, asked: PageDefinition) -> HttpResponse:
    """Show the page, take files, or go on."""
    if visit.request.method != "POST":
        form = UploadForm(_question(asked), have=len(files_of(visit, asked)))
        form.tell(_problems_kept(visit, asked))
        return elsewhere(visit, asked) or show_evidence(visit, asked, form)
    if visit.was_sent():
        return redirect(visit.url(SENT))
    uploads = visit.request.FILES.getlist("file")
    refused = refused_on_the_way(visit.request)
    if uploads or refused:
        return _take(visit, asked, uploads, refused)
    have = len(files_of(visit, asked))
    adding = visit.request.POST.get("next") == "add"
    if adding or (_question(asked).required and not have):
        form = UploadForm(_question(asked), have=have, data=visit.request.POST, files={})
        form.fields["file"].required = True
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
        files=all_files_of(visit, asked),
        changing=is_changing(visit),
        back_url=back_url(visit, asked),
    )


def files_of(visit: Visit, asked: PageDefinition) -> list[Evidence]:
    """The files given for the page and kept, in the order they came."""
    return [file for file in all_files_of(visit, asked) if file.state != Evidence.State.REFUSED]


def all_files_of(visit: Visit, asked: PageDefinition) -> list[Evidence]:
    """Those as well in which a virus was found later."""
    if visit.draft is None:
        return []
    given = visit.draft.evidence.filter(question_key=_question(asked).key)
    return list(given.order_by("pk"))


def _take(
    visit: Visit, asked: PageDefinition, uploads: list[UploadedFile], on_the_way: Refused
) -> HttpResponse:
    """Take the files and show the page anew, by its address: a reload sends nothing twice."""
    stored = store_several(draft=visit.draft_to_fill(), question=_question(asked), uploads=uploads)
    crash_points.reach("evidence.before_answer")
    offered = len(uploads) + len(on_the_way)
    problems = problems_in_words([*on_the_way, *stored.refused], offered=offered)
    adding = visit.request.POST.get("next") == "add"
    if not problems and not adding:
        return _gone(visit, _done(visit, asked))
    if stored.added:
        names = [evidence.original_name for evidence in stored.added]
        messages.success(visit.request, added_in_words(names))
    _keep_problems(visit, asked, problems)
    here = visit.url(asked.key, changing=is_changing(visit))
    return _gone(visit, redirect(here))


def _gone(visit: Visit, response: HttpResponse) -> HttpResponse:
    """Where to go, for the script that shows the progress: it goes there itself."""
    if visit.request.headers.get("Accept") != "application/json":
        return response
    return JsonResponse({"go": response.headers["Location"]})


def _keep_problems(visit: Visit, asked: PageDefinition, problems: list[str]) -> None:
    """In the session until the page is shown."""
    if problems:
        visit.request.session[PROBLEMS] = {_place(visit, asked): problems}


def _problems_kept(visit: Visit, asked: PageDefinition) -> list[str]:
    if _place(visit, asked) not in visit.request.session.get(PROBLEMS, {}):
        return []
    return visit.request.session.pop(PROBLEMS)[_place(visit, asked)]


def _place(visit: Visit, asked: PageDefinition) -> str:
    return f"{visit.page.pk} {asked.key}"


def _done(visit: Visit, asked: PageDefinition) -> HttpResponse:
    visit.draft = save_answers(
        draft=visit.draft_to_fill(), page_key=asked.key, given={}, at=timezone.now()
    )
    return go_on(visit, asked)


def _question(asked: PageDefinition):
    assert asked.files_question is not None
    return asked.files_question
