"""Around every request: the body, the address for the audit, the end of a session, headers."""

from collections.abc import Callable
from contextlib import nullcontext
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from permissions import audit, sessions, staff_accounts, standing
from permissions.models import Body
from permissions.rules.client_address import client_address

NULL = "\x00"
GetResponse = Callable[[HttpRequest], HttpResponse]

# What a browser could let a page do, and no page of ours does. Choosing a photo needs none of it.
NO_POWERS = ", ".join(
    f"{power}=()"
    for power in (
        "camera",
        "display-capture",
        "geolocation",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
)


TEXTS = frozenset(
    {"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"}
)


class CompressTexts(GZipMiddleware):
    """Send pages, styles and scripts compressed; letters and evidence as they are.

    Each page gets a random length besides (Django's remedy against BREACH), so that what is secret
    in it cannot be guessed by its size.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        is_whole = response.status_code != HTTPStatus.PARTIAL_CONTENT
        if kind in TEXTS and is_whole:
            return super().process_response(request, response)
        return response


def address_of(request: HttpRequest) -> str:
    """The address of whoever asks, behind CANDOUR_TRUSTED_PROXIES web servers of ours."""
    return client_address(
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("X-Forwarded-For", ""),
        proxies=getattr(settings, "CANDOUR_TRUSTED_PROXIES", 0),
    )


def no_powers(get_response: GetResponse) -> GetResponse:
    """Tell the browser which of its powers no page of ours may ever use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", NO_POWERS)
        return response

    return middleware


def no_null_characters(get_response: GetResponse) -> GetResponse:
    """Find nothing at an address with a null character, and leave it out of a query.

    PostgreSQL takes none in a text, so that whoever looks something up by it would fail.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if NULL in request.path_info:
            raise Http404
        if any(NULL in text for _, texts in request.GET.lists() for text in texts):
            asked = request.GET.copy()
            for name, texts in asked.lists():
                asked.setlist(name, [text.replace(NULL, "") for text in texts])
            request.GET = asked
        return get_response(request)

    return middleware


def preview_in_a_frame(get_response: GetResponse) -> GetResponse:
    """Let the editor show the preview of a page in a frame of its own, which no other page may."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if getattr(request, "is_preview", False):
            response._csp_replace = {"frame-ancestors": ["'self'"]}
        return response

    return middleware


def health_body(get_response: GetResponse) -> GetResponse:
    """Set ``request.health_body`` (None on a host of no body) and tell the audit who asks for what.

    While a page is only looked at, who is asking is read once.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.health_body = SimpleLazyObject(lambda: Body.for_request(request))
        asked = audit.Asked(address_of(request), request.path, request.health_body)
        token = audit.asked.set(asked)
        only_looks = request.method in ("GET", "HEAD")
        try:
            with standing.remembering() if only_looks else nullcontext():
                response = get_response(request)
        finally:
            audit.asked.reset(token)
        if settings.CANDOUR_DEMO:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return middleware


def staff_session(get_response: GetResponse) -> GetResponse:
    """End the session of a member of staff in time; every page asked for before that prolongs it.

    Whatever the request then changes of an account of staff is compared with who asks.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        ends = sessions.ends_at(request)
        if sessions.is_older_than_their_post(request) or (ends is not None and now >= ends):
            audit.record(user=request.user, action="session.ended")
            request.session_ended = True
            logout(request)
        elif ends is not None:
            sessions.see(request, now=now)
        with staff_accounts.asked_by(request):
            return get_response(request)

    return middleware
