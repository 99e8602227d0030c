"""A request that is too much or in pieces: said in words, with the way back to the answers."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def refused_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The project's handler400: status 413 for too much, else 400. Nothing was stored."""
    too_much = isinstance(exception, TOO_MUCH)
    # What was posted is not looked at again: that it cannot be read is why we are here.
    again = request.path if request.method == "POST" else "/"
    return render(
        request,
        "feedback_forms/refused_request.jinja",
        {"too_much": too_much, "again": again},
        status=413 if too_much else 400,
    )
