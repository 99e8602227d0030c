"""A screen for one action: a form, then the action, then back to the case."""

from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from feedback_forms.fields import NhsForm
from permissions import gate
from permissions.rules.actions import Action
from staff_workspace.forms.moments import moment_on
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.views.case_base import CaseView


class CaseActionView(CaseView):
    """Subclasses name the action, its form and its words, and perform it."""

    form_class: ClassVar[type[NhsForm]]
    title: ClassVar[str]
    button: ClassVar[str]
    done: ClassVar[str]
    template: ClassVar[str] = "staff_workspace/case/action.jinja"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The empty form, or what is known already."""
        return self.show(self.form_class(initial=self.initial(), **self.form_options()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Perform the action; what the policy refuses is said above the form."""
        form = self.form_class(request.POST, request.FILES, **self.form_options())
        if form.is_valid():
            try:
                self.perform(form)
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                if not form.errors:
                    messages.success(request, self.done)
                    return redirect(self.after())
        return self.show(form)

    def record_look(self, thing: Model) -> None:
        """A form shows the note on safe contact, so that nobody writes past it: that is audited."""
        if self.shows_safe_contact():
            self.looked["unmasked"] = ["safe_contact"]
        super().record_look(thing)

    def perform(self, form: Any) -> None:
        """Call the one action; may raise NotAllowed."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        """What the form starts with."""
        return {}

    def form_options(self) -> dict[str, Any]:
        """What the form needs besides data."""
        return {}

    def details(self) -> list[tuple[str, str]]:
        """What stands above the form, so that nobody acts on the wrong case."""
        return []

    def carried(self) -> dict[str, str]:
        """What the form carries unseen, to notice that things have changed in the meantime."""
        return {}

    def moment(self, day: date, now: datetime, *, not_before: datetime | None = None) -> datetime:
        """The moment to record for ``day``; it lies after receipt, or after ``not_before``."""
        return moment_on(day, now=now, not_before=not_before or self.case.received_at)

    def after(self) -> str:
        """Back to the case, or to Today for somebody who has just lost sight of it."""
        if gate.may(self.request.user, Action.VIEW_CASE, self.case):
            return reverse("staff_workspace:case", args=[self.case.reference])
        return reverse("staff_workspace:today")

    def show(self, form: Any) -> HttpResponse:
        """The page with its form."""
        context = self.context(
            form=form,
            title=self.title,
            button_text=self.button,
            details=self.details(),
            carried=self.carried(),
            shows_safe_contact=self.shows_safe_contact(),
        )
        return render(self.request, self.template, context)
