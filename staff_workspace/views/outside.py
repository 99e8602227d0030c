"""What somebody outside sees with a link: the code, the questions, what was chosen for them.

Public: there is no account to ask the gate about. What a link opens is decided by
``policy.outside_links`` alone, for every page and file anew.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from feedback_forms.fields import NhsForm
from feedback_forms.views.served_file import viewing_copy
from staff_workspace.actions.answer_outside import (
    NO_CODE,
    NOT_CHOSEN,
    answer_link,
    come_to_link,
    open_link,
    record_use,
    refuse,
)
from staff_workspace.forms.outside import AnswerForm, CodeForm
from staff_workspace.models import OutsideLink
from staff_workspace.policy import outside_links
from staff_workspace.policy.lifecycle import NotAllowed

WRONG = "This code does not fit, or the link does not work any more. Ask whoever sent it to you"
# Long enough to write an answer; the code opens the link again.
OPEN_FOR_SECONDS = 4 * 3600


class OutsideView(View):
    """The page of a link: first for the code, then the questions, at last the thanks."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.link = (
            OutsideLink.objects.select_related("case__body")
            .filter(key=kwargs["key"], case__body=request.health_body or None)
            .first()
        )
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        # Told to nobody elsewhere; with "no-referrer" a browser would not say whose form it sends.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    @property
    def is_open(self) -> bool:
        """Whether the code was given in this browser and the link still works."""
        link, now = self.link, timezone.now()
        given = self.request.session.get("outside", {}).get(self.kwargs["key"], 0)
        fresh = now.timestamp() - given < OPEN_FOR_SECONDS
        return link is not None and fresh and outside_links.works(link.facts, now=now)

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """The questions, or the page that asks for the code: the same for a link that is none."""
        if self.is_open:
            record_use(self.link, "looked", at=timezone.now())
            return self.questions(AnswerForm())
        come_to_link(link=self.link, at=timezone.now())
        return self.ask_for_code(CodeForm())

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """The code, or the answer."""
        if self.is_open and "answer" in request.POST:
            return self.take_answer(AnswerForm(request.POST))
        form = CodeForm(request.POST)
        now = timezone.now()
        if not form.is_valid():
            refuse(self.link, at=now, why=NO_CODE)
            return self.ask_for_code(form)
        if open_link(link=self.link, code=form.cleaned_data["code"], at=now):
            given = request.session.get("outside", {})
            request.session["outside"] = {**given, key: now.timestamp()}
            return redirect(request.path)
        form.add_error("code", WRONG)
        return self.ask_for_code(form)

    def take_answer(self, form: AnswerForm) -> HttpResponse:
        """Keep the answer and thank; what stands in the way is said above the form."""
        if not form.is_valid():
            return self.questions(form)
        try:
            answer_link(link=self.link, answer=form.cleaned_data["answer"], at=timezone.now())
        except NotAllowed as refusal:
            self.link.refresh_from_db()
            refuse(self.link, at=timezone.now())
            form.add_error(None, str(refusal))
            return self.questions(form)
        context = {"answer": form.cleaned_data["answer"], "link": self.link}
        return render(self.request, "staff_workspace/outside/thanks.jinja", context)

    def ask_for_code(self, form: NhsForm) -> HttpResponse:
        """The page for the code; it says nothing of any case."""
        return render(self.request, "staff_workspace/outside/code.jinja", {"form": form})

    def questions(self, form: NhsForm) -> HttpResponse:
        """What was asked and chosen, and room for the answer."""
        context = {
            "form": form,
            "link": self.link,
            "points": list(self.link.points.all()),
            "files": list(self.link.files.select_related("evidence")),
        }
        return render(self.request, "staff_workspace/outside/questions.jinja", context)


class OutsideFileView(OutsideView):
    """One of the files that were chosen for the link."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, key: str, pk: int) -> HttpResponse:
        """The safe viewing copy; 404 for any other file and once the link is shut."""
        is_open = self.is_open
        chosen = self.link.files.filter(pk=pk).first() if is_open else None
        if chosen is None:
            why = NOT_CHOSEN if is_open else NO_CODE
            refuse(self.link, at=timezone.now(), why=why)
            raise Http404
        response = viewing_copy(chosen.evidence)
        record_use(self.link, "opened_file", at=timezone.now(), file=str(pk))
        return response
