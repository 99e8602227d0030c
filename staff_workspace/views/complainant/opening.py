"""The way in to "your complaint", and the way out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from permissions import kept_input
from permissions.middleware import address_of
from staff_workspace.actions.open_complaint import TooManyTries, open_complaint
from staff_workspace.forms.complainant import OpenForm
from staff_workspace.views.complainant import visit
from staff_workspace.views.complainant.base import private

WRONG = "The reference and the code do not go together. Check both, or call us"
TOO_OFTEN = "There were too many tries. Wait an hour, or call us"


class EnterView(View):
    """Asks for the reference and the code: the same page for whatever does not fit."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.health_body:
            raise Http404
        return private(super().dispatch(request, *args, **kwargs))

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, with the reference where the address brings one (a QR code does)."""
        reference = request.GET.get("reference", "")[:80].replace("\x00", "")
        found = visit.opened(request, now=timezone.now())
        if found and reference in ("", found.submission.reference):
            return redirect("your_complaint:status")
        return self.ask(OpenForm(initial={"reference": reference}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open it, or say that the two do not go together, and no more."""
        form, now = OpenForm(request.POST), timezone.now()
        if not form.is_valid():
            return self.ask(form)
        try:
            opened = open_complaint(
                body=request.health_body,
                reference=form.cleaned_data["reference"],
                code=form.cleaned_data["code"],
                address=address_of(request),
                now=now,
            )
        except TooManyTries:
            form.add_error(None, TOO_OFTEN)
            return self.ask(form, status=429)
        if opened is None:
            form.add_error(None, WRONG)
            return self.ask(form)
        visit.begin(request, opened, now=now)
        kept = kept_input.unpack(request.POST.get("kept", ""))
        if kept is None:
            return redirect("your_complaint:status")
        context = {"kept": kept, "reference": opened.submission.reference}
        return render(request, "staff_workspace/complainant/go_on.jinja", context)

    def ask(self, form: OpenForm, *, status: int = 200) -> HttpResponse:
        """The page, with what was typed so far."""
        context = {"form": form, "kept": self.request.POST.get("kept", "")}
        page = "staff_workspace/complainant/open.jinja"
        return render(self.request, page, context, status=status)


class LeaveView(View):
    """Shuts the complaint in this browser."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """The way in again, where nothing is left of it."""
        visit.end(request)
        return private(render(request, "staff_workspace/complainant/left.jinja"))
