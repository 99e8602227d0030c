"""What every page of "your complaint" has in common: it is open in this browser, or asks again.

Public: there is no account to ask the gate about. The receipt decides, anew for each page, and
each page is written into the audit of the case.
"""

from datetime import timedelta
from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from feedback_forms.fields import NhsForm
from feedback_forms.rules.uploads import FileRefused
from permissions import kept_input, throttle
from staff_workspace.actions.complainant_step import Complainant
from staff_workspace.actions.open_complaint import record_look
from staff_workspace.forms.complainant import OpenForm
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.views.complainant import visit

MOST_ACTS, ACTS_PER = 60, timedelta(hours=1)
TOO_MANY = "You have sent a lot in a short time. Wait an hour, or call us"


class ComplainantView(View):
    """A page that answers only while the complaint is open in this browser."""

    screen: ClassVar[str]
    needs_case: ClassVar[bool] = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.health_body:
            raise Http404
        self.now = timezone.now()
        found = visit.opened(request, now=self.now)
        if found is None:
            return private(ask_again(request))
        self.visit = found
        if found.case is None and self.needs_case:
            return redirect("your_complaint:status")
        response = super().dispatch(request, *args, **kwargs)
        only_looks = request.method in ("GET", "HEAD")
        if only_looks and response.status_code == HTTPStatus.OK and found.case:
            record_look(found.case, found.by, screen=self.screen, at=self.now)
        return private(response)

    @property
    def case(self) -> Case:
        """The case that is open."""
        assert self.visit.case is not None
        return self.visit.case

    @property
    def by(self) -> Complainant:
        """Whoever opened it."""
        return self.visit.by

    def show(self, template: str, **context: Any) -> HttpResponse:
        """The page, with what all of them need."""
        common = {
            "reference": self.visit.submission.reference,
            "thing": thing_of(self.visit),
            "case": self.visit.case,
        }
        return render(
            self.request, f"staff_workspace/complainant/{template}.jinja", {**common, **context}
        )


class ComplainantFormView(ComplainantView):
    """A page with one form. Subclasses name the form and its words, and perform the action."""

    form_class: ClassVar[type[NhsForm]]
    title: ClassVar[str]
    button: ClassVar[str] = "Send"
    done: ClassVar[str]
    template: ClassVar[str] = "form"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form, empty or with what is known."""
        return self.draw(self.form_class(initial=self.initial(), **self.form_options()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do it; whatever stands in the way is said above the form, and nothing typed is lost."""
        form = self.form_class(request.POST, request.FILES, **self.form_options())
        if form.is_valid():
            try:
                if not throttle.allow(
                    f"your_complaint.act:{self.by.receipt}",
                    limit=MOST_ACTS,
                    per=ACTS_PER,
                    now=self.now,
                ):
                    raise NotAllowed(TOO_MANY)
                self.perform(form)
            except FileRefused as refusal:
                form.add_error("file", refusal.refusal.value)
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, self.done)
                return redirect(self.after())
        return self.draw(form)

    def perform(self, form: Any) -> None:
        """Call the one action; may raise NotAllowed or FileRefused."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        """What the form starts with."""
        return {}

    def form_options(self) -> dict[str, Any]:
        """What the form needs besides data."""
        return {}

    def more(self) -> dict[str, Any]:
        """What the template needs besides."""
        return {}

    def after(self) -> str:
        """Back to where it stands."""
        return reverse("your_complaint:status")

    def draw(self, form: Any) -> HttpResponse:
        """The page with its form."""
        return self.show(
            self.template, form=form, title=self.title, button_text=self.button, **self.more()
        )


def ask_again(request: HttpRequest) -> HttpResponse:
    """The way in; what somebody had typed goes on inside that page."""
    if request.method != "POST":
        return redirect("your_complaint:open")
    context = {
        "form": OpenForm(),
        "kept": kept_input.pack(request),
        "had_files": bool(request.FILES),
    }
    return render(request, "staff_workspace/complainant/open.jinja", context, status=401)


def private(response: HttpResponse) -> HttpResponse:
    """Nothing of it is kept by a browser or told to another site."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def thing_of(found: visit.Visit) -> str:
    """What it is called: a complaint, a concern, an enquiry."""
    words = found.case.get_kind_display() if found.case else found.submission.get_kind_display()
    return words if words.startswith("MP") else words.lower()
