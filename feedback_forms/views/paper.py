"""The form on paper, blank, in ordinary or large print."""

from django.http import HttpResponse
from django.utils.text import slugify

from feedback_forms.case_office import get_case_office
from feedback_forms.views.visit import Visit

PAPER = "paper"


def paper_page(visit: Visit) -> HttpResponse:
    """The version in force as a PDF; ``?print=large`` in large print."""
    large = visit.request.GET.get("print") == "large"
    content = get_case_office().paper(visit.version, visit.body, large_print=large)
    response = HttpResponse(content, content_type="application/pdf")
    name = slugify(visit.page.title) + ("-large-print" if large else "")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
