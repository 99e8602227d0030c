"""The file that a person added, shown to the session that added it and to nobody else."""

from django.http import Http404, HttpResponse

from feedback_forms.models import Evidence
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.views.served_file import viewing_copy
from feedback_forms.views.visit import Visit


def file_page(visit: Visit, asked: PageDefinition, key: str) -> HttpResponse:
    """The copy to look at; Http404 for a file that is not this draft's, or is not checked yet."""
    if visit.draft is None or visit.request.method == "POST":
        raise Http404
    question = asked.files_question
    evidence = Evidence.objects.filter(
        draft=visit.draft, key=key, question_key=question.key if question else ""
    ).first()
    if evidence is None:
        raise Http404
    streaming = viewing_copy(evidence)
    # Wagtail's hook, through which forms are served, lets no streaming answer through.
    return HttpResponse(streaming.getvalue(), headers=dict(streaming.items()))
