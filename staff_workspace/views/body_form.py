"""A screen for one action on the body as a whole: a form, then the action, then back."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from feedback_forms.fields import NhsForm
from permissions.views import GuardedView
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.workspace import workspace_context


class BodyFormView(GuardedView):
    """Subclasses name the action, its form and its words, and perform it."""

    form_class: ClassVar[type[NhsForm]]
    title: ClassVar[str]
    button: ClassVar[str]
    current: ClassVar[str] = "teams"
    back: ClassVar[tuple[str, str]] = ("teams", "Teams and access")
    template: ClassVar[str] = "staff_workspace/access/form.jinja"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The empty form."""
        return self.show(self.form_class(**self.form_options()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Perform the action; what is refused is said above the form."""
        form = self.form_class(request.POST, **self.form_options())
        if form.is_valid():
            try:
                said, address = self.perform(form)
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, said)
                return redirect(address)
        return self.show(form)

    def form_options(self) -> dict[str, Any]:
        """What the form needs besides data."""
        return {}

    def details(self) -> list[tuple[str, str]]:
        """What stands above the form."""
        return []

    def more(self) -> dict[str, Any]:
        """What the template needs besides."""
        return {}

    def perform(self, form: Any) -> tuple[str, str]:
        """Call the one action; what to say then, and where to go. May raise NotAllowed."""
        raise NotImplementedError

    def show(self, form: Any) -> HttpResponse:
        """The page with its form."""
        name, words = self.back
        context = {
            **workspace_context(self.request, current=self.current),
            "form": form,
            "title": self.title,
            "button_text": self.button,
            "details": self.details(),
            "back_href": reverse(f"staff_workspace:{name}"),
            "back_text": words,
            **self.more(),
        }
        return render(self.request, self.template, context)
