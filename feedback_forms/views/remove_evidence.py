"""Remove a file: asked once more, then done and said."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from feedback_forms.actions.remove_evidence import remove_evidence
from feedback_forms.forms.evidence import RemoveForm
from feedback_forms.models import Evidence
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.views.question import is_changing
from feedback_forms.views.visit import Visit


def remove_page(visit: Visit, asked: PageDefinition, key: str) -> HttpResponse:
    """Ask, or do it; Http404 for a file that is not this draft's."""
    evidence = Evidence.objects.filter(draft=visit.draft, submission=None, key=key).first()
    if visit.draft is None or evidence is None:
        raise Http404
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = RemoveForm(posted, file_name=evidence.original_name)
    back = visit.url(asked.key, changing=is_changing(visit))
    if not form.is_valid():
        return visit.show("remove_evidence", asked=asked, form=form, back_url=back)
    if form.cleaned_data["remove"] == "yes":
        remove_evidence(draft=visit.draft, key=key)
        messages.success(visit.request, f"{evidence.original_name} was removed")
    return redirect(back)
