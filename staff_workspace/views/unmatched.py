"""Forms that name no case of the body: somebody finds the case, or opens one."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView, GuardedView
from staff_workspace.actions.add_to_case import match_form, open_for_form
from staff_workspace.forms.portal import MatchForm
from staff_workspace.models import Case, UnmatchedForm
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.workspace import workspace_context

NOT_FOUND = "There is no case with this reference that you can write on"


class UnmatchedView(GuardedView):
    """The list."""

    action = Action.MATCH_FORMS

    def get(self, request: HttpRequest) -> HttpResponse:
        """Oldest first."""
        waiting = UnmatchedForm.objects.filter(body=self.body, settled_at=None)
        forms = self.visible(waiting).select_related("submission__form_version")
        context = {**workspace_context(request, current="today"), "forms": list(forms[:200])}
        return render(request, "staff_workspace/unmatched.jinja", context)


class UnmatchedFormView(GuardedObjectView):
    """One of them, with its questions as they were asked."""

    action = Action.MATCH_FORMS
    lookup = {"pk": "pk"}

    def get_queryset(self) -> QuerySet[UnmatchedForm]:
        """Those of the body that wait."""
        waiting = UnmatchedForm.objects.filter(body=self.body, settled_at=None)
        return waiting.select_related("submission__form_version", "submission__body", "body")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Questions, answers, and where it belongs."""
        return self.draw(MatchForm(initial={"reference": self.object.reference_given}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Attach it, or open a case for it."""
        form = MatchForm(request.POST)
        if form.is_valid():
            try:
                case = self.settle(form.cleaned_data)
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, f"The form is on {case.reference}")
                return redirect(self.after(case))
        return self.draw(form)

    def settle(self, data: dict[str, Any]) -> Case:
        """The case that it is on now; NotAllowed where there is none to write on."""
        if data["where"] == "new":
            with transaction.atomic():
                return open_for_form(form=self.object, by=self.request.user)
        asked = "".join(data["reference"].split())
        cases = Case.objects.filter(body=self.body, reference__iexact=asked)
        case = self.visible(cases, Action.MESSAGE).first()
        if case is None:
            raise NotAllowed(NOT_FOUND)
        match_form(form=self.object, case=case, by=self.request.user)
        return case

    def after(self, case: Case) -> str:
        """To the case, for those who see it."""
        if gate.may(self.request.user, Action.VIEW_CASE, case):
            return reverse("staff_workspace:case", args=[case.reference])
        return reverse("staff_workspace:unmatched")

    def draw(self, form: MatchForm) -> HttpResponse:
        """The page with its form."""
        context = {
            **workspace_context(self.request, current="today"),
            "form": form,
            "unmatched": self.object,
            "answers": self.object.submission.questions_and_answers(),
        }
        return render(self.request, "staff_workspace/unmatched_form.jinja", context)
