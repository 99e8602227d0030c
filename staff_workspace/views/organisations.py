"""The screens for work with other organisations on one complaint."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from feedback_forms.fields import Choice, NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions.add_organisation import add_organisation
from staff_workspace.actions.agree_lead import agree_lead
from staff_workspace.actions.answer_other_body import answer_other_body
from staff_workspace.actions.record_organisation_step import record_organisation_step
from staff_workspace.forms.organisations import (
    LeadForm,
    OrganisationForm,
    OrganisationStepForm,
    OtherBodyForm,
)
from staff_workspace.models import CaseOrganisation
from staff_workspace.presenters.organisations import lead_still_open, organisation_cards
from staff_workspace.views.case_action import CaseActionView
from staff_workspace.views.case_base import CaseView


class OrganisationsView(CaseView):
    """The organisations of the case: what each was asked, and what is still to be done."""

    action = Action.VIEW_CASE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The rows, and who leads."""
        context = self.context(
            tab="organisations",
            rows=organisation_cards(self.case, today=timezone.localdate()),
            lead_open=lead_still_open(self.case),
        )
        return render(request, "staff_workspace/case/organisations.jinja", context)


class OrganisationActionView(CaseActionView):
    """What the screens of one action have in common: back to the list afterwards."""

    def after(self) -> str:
        return reverse("staff_workspace:organisations", args=[self.case.reference])

    def points(self) -> list[Choice]:
        """The points of the complaint."""
        return [Choice(str(point.pk), str(point)) for point in self.case.issues.all()]

    def organisations(self) -> list[Choice]:
        """The organisations of the case."""
        return [Choice(str(row.pk), row.name) for row in self.case.organisations.all()]

    def chosen(self, form: NhsForm) -> CaseOrganisation:
        """The row that was chosen; the form lets none of another case through."""
        return self.case.organisations.get(pk=form.cleaned_data["organisation"])


class AddOrganisationView(OrganisationActionView):
    """Name an organisation that is concerned as well."""

    action = Action.RECORD_FINDINGS
    form_class = OrganisationForm
    title = "Another organisation is concerned"
    button = "Add it"
    done = "The organisation is on the list"

    def form_options(self) -> dict[str, Any]:
        return {"points": self.points()}

    def perform(self, form: OrganisationForm) -> None:
        data = form.cleaned_data
        add_organisation(
            case=self.case,
            by=self.request.user,
            name=data["name"],
            contact=data["contact"],
            agreed=data["agreed"],
            points=self.case.issues.filter(pk__in=data.get("points") or []),
        )


class OrganisationStepView(OrganisationActionView):
    """Record that one was asked, was reminded or answered."""

    action = Action.RECORD_FINDINGS
    form_class = OrganisationStepForm
    title = "Asked, reminded or answered"
    button = "Record it"
    done = "It is recorded"

    def form_options(self) -> dict[str, Any]:
        return {"organisations": self.organisations(), "points": self.points()}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: OrganisationStepForm) -> None:
        data = form.cleaned_data
        record_organisation_step(
            organisation=self.chosen(form),
            by=self.request.user,
            done=data["done"],
            on=data["on"],
            due=data["due"],
            answered=self.case.issues.filter(pk__in=data.get("answered") or []),
        )


class LeadView(OrganisationActionView):
    """Record which body leads."""

    action = Action.RECORD_FINDINGS
    form_class = LeadForm
    title = "Who leads and answers"
    button = "Save"
    done = "It is recorded who leads"

    def names(self) -> list[str]:
        """Our own body and the others."""
        return [self.case.body.name, *(row.name for row in self.case.organisations.all())]

    def form_options(self) -> dict[str, Any]:
        return {"organisations": [Choice(name, name) for name in self.names()]}

    def initial(self) -> dict[str, Any]:
        return {"lead": self.case.lead_organisation, "told_on": self.case.lead_told_on}

    def perform(self, form: LeadForm) -> None:
        data = form.cleaned_data
        agree_lead(
            case=self.case,
            by=self.request.user,
            lead=data["lead"],
            person_told_on=data["told_on"],
        )


class OtherBodyView(OrganisationActionView):
    """Record what another body asks of us."""

    action = Action.RECORD_FINDINGS
    form_class = OtherBodyForm
    title = "Another body asks us"
    button = "Record it"
    done = "It is recorded, with what we owe, in the timeline"

    def form_options(self) -> dict[str, Any]:
        return {"organisations": self.organisations()}

    def perform(self, form: OtherBodyForm) -> None:
        data = form.cleaned_data
        answer_other_body(
            organisation=self.chosen(form),
            by=self.request.user,
            asked=data["asked"],
            relevant=data["relevant"] == "yes",
            reasonable=data["reasonable"] != "no",
            done=data["done"],
        )
