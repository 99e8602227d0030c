"""GuardedView: a view that does not name its action does not answer."""

from http import HTTPStatus
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.views import View

from permissions import audit, gate, kept_input
from permissions.rules.actions import Action


class GuardedView(View):
    """Answers when the gate lets the person take ``action`` on the body; else 404.

    A person who is not signed in is sent to sign in (``offers_sign_in``) or gets the same 404.
    """

    action: ClassVar[Action]
    offers_sign_in: ClassVar[bool] = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(getattr(self, "action", None), Action):
            raise ImproperlyConfigured(f"{type(self).__name__} names no action")
        if not request.health_body:
            raise Http404
        if request.method == "POST" and not request.user.is_authenticated:
            refused_unasked(request, why="signed out")
            return _sign_in_and_go_on(request)
        if self.offers_sign_in and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.body = request.health_body
        self.looked: dict[str, Any] = {"looked_at": request.get_full_path()[:200]}
        if request.resolver_match:
            self.looked["screen"] = request.resolver_match.url_name
        try:
            self.enter()
            response = self.answer(request, *args, **kwargs)
        except gate.Refused:
            raise
        except Http404:
            self.not_found()
            raise
        # What was seen must not come back by the Back button after signing out.
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let the handler answer, and write down how it went, before anything is sent."""
        try:
            response = super().dispatch(request, *args, **kwargs)
        except Http404:
            raise
        except Exception:
            self.fail()
            raise
        self.leave(response)
        return response

    def enter(self) -> None:
        """Ask the gate about the body; raises Refused on refusal."""
        self.standing = gate.require(self.request.user, self.action, self.body)

    def leave(self, response: HttpResponse) -> None:
        """Write that a page was shown, with what the view added to ``looked`` (how many rows).

        What is done is audited by the action itself.
        """
        if self.request.method in ("GET", "HEAD") and response.status_code == HTTPStatus.OK:
            self.record_look(self.body)

    def not_found(self) -> None:
        """Write that somebody asked for what is not there, or not for them, behind a gate they passed."""
        audit.refused(
            user=self.request.user,
            action=self.action,
            asked_for=_named(self.kwargs),
            body=self.body,
        )

    def fail(self) -> None:
        """Write what must be known although the page failed half-way: nothing, of a list."""

    def record_look(self, thing: Model) -> None:
        """One row of the audit: who saw ``thing``, on which screen, under which role."""
        audit.record(
            user=self.request.user,
            action=self.action,
            thing=thing,
            under=self.standing.under,
            detail=self.looked,
        )

    def visible(self, queryset: QuerySet, action: Action | None = None) -> QuerySet:
        """The rows of ``queryset`` that the person may take ``action`` on."""
        return gate.visible_to(self.request.user, queryset, action or self.action)


class GuardedObjectView(GuardedView):
    """Answers for one guarded object of the body, found through the gate.

    Unknown, foreign and withheld objects take the same queries and give the same answer.
    """

    offers_sign_in = False
    lookup: ClassVar[dict[str, str]] = {"reference": "reference"}

    def get_queryset(self) -> QuerySet:
        """All the objects that the address could mean, before the gate; name it in the view."""
        raise NotImplementedError

    def enter(self) -> None:
        """Find the object among those the person may act on; audited, Refused otherwise."""
        asked = {field: self.kwargs[name] for name, field in self.lookup.items()}
        found = self.visible(self.get_queryset()).filter(**asked).first()
        if found is None:
            self.not_found()
            raise gate.Refused
        self.object = found
        self.standing = gate.require(self.request.user, self.action, found)

    def leave(self, response: HttpResponse) -> None:
        """A form that comes back shows the thing too; one that went through was an action."""
        if self.request.method != "POST":
            self.record_look(self.object)
        elif response.status_code == HTTPStatus.OK:
            self.looked["method"] = "POST"
            self.record_look(self.object)

    def fail(self) -> None:
        """A look counts as one even if the page fails half-way."""
        if self.request.method != "POST":
            self.record_look(self.object)


def refused_unasked(request: HttpRequest, *, why: str) -> None:
    """Write that a guarded address was refused before its view could ask the gate.

    Other addresses leave nothing: what a stranger sends to the public pages is no refusal.
    """
    match = request.resolver_match
    view = getattr(match.func, "view_class", object) if match else object
    if match and issubclass(view, GuardedView) and request.health_body:
        audit.refused(
            user=request.user,
            action=view.action,
            asked_for=_named(match.kwargs),
            body=request.health_body,
            detail={"why": why},
        )


def _named(kwargs: dict[str, Any]) -> str:
    """What an address calls the thing: its reference, or whatever else is in it."""
    return str(kwargs.get("reference") or " ".join(str(value) for value in kwargs.values()))[:60]


def _sign_in_and_go_on(request: HttpRequest) -> HttpResponse:
    """The same for every address, whatever lies behind it: what was typed is kept."""
    context = {
        "kept": kept_input.pack(request),
        "had_files": bool(request.FILES),
        "next": request.get_full_path(),
        "sign_in_address": resolve_url(settings.LOGIN_URL),
    }
    answer = render(request, "candour/signed_out.jinja", context, status=404)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
