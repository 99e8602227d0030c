"""Somebody at a form: the draft in their session, and the addresses of the steps."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from feedback_forms.actions.save_answers import start_draft
from feedback_forms.case_office import Promises, circumstances, promises_or_none
from feedback_forms.models import Draft, FormPage, FormVersion
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.definition import FormDefinition, PageDefinition
from feedback_forms.rules.kinds import NOUNS, OPENS_A_CASE, Audience, FormKind
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.questions_asked import by_meaning
from feedback_forms.rules.routing import Progress, Route, first_unfinished, route
from feedback_forms.views.kept_in_session import KeptInSession
from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action

CHECK = "check-answers"
SENT = "sent"
SAVE = "save-for-later"
RESUME = "resume"
EXIT = "exit"
HARMLESS = "https://www.bbc.co.uk/weather"


def exit_address() -> str:
    """Where "Exit this page" leads."""
    return getattr(settings, "CANDOUR_EXIT_TO", HARMLESS)


class Visit:
    """One request to one form. The draft is made with the first answer, not before."""

    def __init__(self, request: HttpRequest, page: FormPage) -> None:
        self.request, self.page = request, page
        body = page.health_body
        self._posted = request.POST if request.method == "POST" else {}
        version = FormVersion.to_fill_in(
            page, seen=self._posted.get("version", ""), now=timezone.now()
        )
        if body is None or version is None:
            raise Http404
        if version.form.audience is Audience.STAFF and not gate.may(
            request.user, Action.TAKE_CONTACT, body
        ):
            raise Http404
        self.body: Body = body
        self._version: FormVersion = version
        self.kept = KeptInSession(request, page)
        begun = self._draft(self.kept.key_for(self._posted.get("draft", "")))
        # Right after sending, a second tab or click may still know it as the draft only.
        just_sent = bool(begun and begun.sent_at)
        self.draft = None if just_sent else begun
        self._sent_key = begun.key if begun and just_sent else self.kept.sent

    @property
    def draft(self) -> Draft | None:
        """What is being filled in; None before the first answer."""
        return self._filling

    @draft.setter
    def draft(self, draft: Draft | None) -> None:
        self._filling = draft
        self.__dict__.pop("progress", None)

    @property
    def version(self) -> FormVersion:
        """The version being filled in; the newest only for those who have not begun."""
        return self.draft.form_version if self.draft else self._version

    @property
    def form(self) -> FormDefinition:
        """Its questions."""
        return self.version.form

    @cached_property
    def progress(self) -> Progress:
        """What was given so far."""
        if self.draft is None:
            return Progress(around=self.circumstances)
        return self.draft.progress(self.circumstances)

    @cached_property
    def sent(self) -> Draft | None:
        """What this session sent last with this form."""
        draft = self._draft(self._sent_key)
        return draft if draft and draft.sent_at else None

    @cached_property
    def promises(self) -> Promises | None:
        """What the body promises to somebody who writes today; None when not known."""
        return promises_or_none(self.body, timezone.localdate())

    @cached_property
    def circumstances(self) -> Circumstances:
        """The day and the policy that the form's conditions look at."""
        return circumstances(self.promises, timezone.localdate())

    @property
    def kind(self) -> FormKind:
        """What is sent: the person's own wish, where the form asks for it, wins."""
        answers = by_meaning(self.form, self.progress.answers, self.circumstances)
        return FormKind(answers.get(Meaning.CASE_KIND, self.form.kind))

    @property
    def route(self) -> Route:
        """The pages and questions that apply to the answers so far."""
        return route(self.form, self.progress.answers, self.circumstances)

    @property
    def is_astray(self) -> bool:
        """Whether the page that was posted belongs to a draft this browser no longer has open."""
        posted = self._posted.get("draft", "")
        return bool(posted) and posted != (self.draft.key if self.draft else "")

    @property
    def is_leaving(self) -> bool:
        """Whether somebody pressed "Save and come back later"."""
        return self._posted.get("next") == "save"

    def draft_to_fill(self) -> Draft:
        """The draft, made now if there is none."""
        if self.draft is None:
            now = timezone.now()
            self.draft = start_draft(body=self.body, version=self._version, at=now)
        # Written each time, so that the session lasts as long after the answer as the answer.
        self.kept.fill(self.draft.key)
        return self.draft

    def take_up(self, draft: Draft) -> None:
        """Go on with ``draft`` in this browser."""
        self.draft = draft
        self.kept.fill(draft.key)

    def others(self) -> list[Draft]:
        """What else was begun with this form in this browser and not sent; newest first."""
        drafts = Draft.objects.filter(
            key__in=self.kept.drafts, form_version__page=self.page, sent_at=None
        )
        current = self.draft.pk if self.draft else None
        return list(drafts.exclude(pk=current).order_by("-updated_at"))

    def was_sent(self) -> bool:
        """Whether what was posted belongs to a draft that this session has sent already."""
        posted = self._posted.get("draft", "")
        return bool(posted) and posted == self._sent_key

    def remember_sent(self, draft: Draft) -> None:
        """Keep the sent draft in the session, for its confirmation."""
        self.kept.send(draft.key)

    def unfinished(self) -> PageDefinition | None:
        """The first page that still lacks something."""
        return first_unfinished(self.form, self.progress)

    def url(self, step: str = "", *, changing: bool = False) -> str:
        """The address of a step."""
        address = self.page.step_url(self.request, step)
        return f"{address}?change=1" if changing and step != CHECK else address

    def go(self, page: PageDefinition | None, *, changing: bool = False) -> HttpResponse:
        """Send the browser to a question page; None: to check answers."""
        return redirect(self.url(page.key if page else CHECK, changing=changing))

    def show(self, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """Draw a step, with what all steps have."""
        everything = {
            "visit": self,
            "page": self.page,
            "promises": self.promises,
            "kind": NOUNS[self.kind],
            "opens_case": self.kind in OPENS_A_CASE,
            "exit_to": exit_address(),
            "draft_key": self.draft.key if self.draft else "",
            **context,
        }
        name = f"feedback_forms/{template}.jinja"
        response = render(self.request, name, everything, status=status)
        add_never_cache_headers(response)
        return response

    def _draft(self, key: str | None) -> Draft | None:
        if not key:
            return None
        drafts = Draft.objects.select_related("form_version", "body")
        return drafts.filter(key=key, form_version__page=self.page).first()
