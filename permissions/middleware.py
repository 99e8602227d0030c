"""What happens around every request: the body, the address for the audit, the end of a session."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from permissions import audit, sessions
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


def staff_session(get_response: GetResponse) -> GetResponse:
    """End the session of a member of staff in time; every page asked for before that prolongs it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        ends = sessions.ends_at(request)
        if ends is not None and now >= ends:
            audit.record(user=request.user, action="session.ended")
            logout(request)
        elif ends is not None:
            sessions.see(request, now=now)
        return get_response(request)

    return middleware
