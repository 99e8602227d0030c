"""The screens for staff who are named in a complaint: told, heard, kept informed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.tell_named_staff import tell_named_staff
from staff_workspace.forms.named_staff import TellStaffForm
from staff_workspace.policy.investigation import owed_to_staff
from staff_workspace.queries.named_staff import named_staff
from staff_workspace.views.case_action import CaseActionView
from staff_workspace.views.case_base import CaseView


class NamedStaffView(CaseView):
    """Who is named, what was done for each, and what the policy owes them still."""

    action = Action.VIEW_CASE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The list; it holds what the timeline holds, and is seen by the same people."""
        profile = self.case.profile
        cards = [
            {"person": person, "owed": owed_to_staff(profile, done=person.done)}
            for person in named_staff(self.case)
        ]
        context = self.context(tab="named_staff", cards=cards, owed=owed_to_staff(profile))
        return render(request, "staff_workspace/case/named_staff.jinja", context)


class TellStaffView(CaseActionView):
    """Record what was done for one of them."""

    action = Action.RECORD_FINDINGS
    form_class = TellStaffForm
    title = "Record what was done for staff who are named"
    button = "Record it"
    done = "It is recorded"

    def form_options(self) -> dict[str, Any]:
        return {"people": [person.name for person in named_staff(self.case)]}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        first, *others = owed_to_staff(self.case.profile) or ["The policy does not say"]
        owed = "; ".join([first, *(f"{words[:1].lower()}{words[1:]}" for words in others)])
        return [("The policy owes them", owed)]

    def after(self) -> str:
        return reverse("staff_workspace:named_staff", args=[self.case.reference])

    def perform(self, form: TellStaffForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        tell_named_staff(
            case=self.case,
            by=self.request.user,
            person=form.person,
            done=data["done"],
            told_by=data["told_by"],
            on=self.moment(data["on"], now),
            note=data["note"],
            at=now,
        )
