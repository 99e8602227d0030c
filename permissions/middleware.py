"""Puts the health body on the request, the address into the audit, and keeps demos unindexed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from permissions import audit
from permissions.models import Body

GetResponse = Callable[[HttpRequest], HttpResponse]


def health_body(get_response: GetResponse) -> GetResponse:
    """Set ``request.health_body`` (None on a host of no body) and remember the address."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.health_body = SimpleLazyObject(lambda: Body.for_request(request))
        token = audit.address.set(request.META.get("REMOTE_ADDR", ""))
        try:
            response = get_response(request)
        finally:
            audit.address.reset(token)
        if settings.CANDOUR_DEMO:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return middleware
