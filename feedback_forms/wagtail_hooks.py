"""Forms are served by our views: a page type imports none."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from feedback_forms.models import FormPage
from feedback_forms.models.form_page import NOBODYS
from feedback_forms.views.serve import serve_form


@hooks.register("before_serve_page", order=100)
def serve_form_pages(
    page: Page, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer for forms; everything else takes its usual way."""
    if isinstance(page, FormPage):
        return serve_form(request, page, serve_kwargs.get("step", ""))
    return None


@hooks.register("before_publish_page")
def somebody_owns_what_arrives(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep it a draft, and say why, where nobody would own what the form sends in."""
    if not isinstance(page, FormPage) or not page.is_nobodys:
        return None
    messages.error(request, NOBODYS)
    return redirect("wagtailadmin_pages:edit", page.pk)
