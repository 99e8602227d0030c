"""Exit this page: forget the form in this browser and lead to somewhere harmless."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from feedback_forms.views.kept_in_session import forget_all
from feedback_forms.views.visit import Visit, exit_address


def exit_page(visit: Visit) -> HttpResponse:
    """Forget, and go: by a page of ours, since browsers let no form lead to another site.

    Asking for this address without pressing the button leads there too, and forgets nothing.
    """
    if visit.request.method == "POST":
        forget_all(visit.request)
    address = exit_address()
    response = render(visit.request, "feedback_forms/exit.jinja", {"address": address})
    response.headers["Refresh"] = f"0; url={address}"
    response.headers["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response
