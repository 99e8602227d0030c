"""Forms are served by our views: a page type imports none."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from feedback_forms.models import FormPage
from feedback_forms.views.serve import serve_form


@hooks.register("before_serve_page", order=100)
def serve_form_pages(
    page: Page, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer for forms; everything else takes its usual way."""
    if isinstance(page, FormPage):
        return serve_form(request, page, serve_kwargs.get("step", ""))
    return None
