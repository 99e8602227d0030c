"""The pages of a case: summary, evidence and documents, response, who can see it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.close_case import CLOSURE_REASONS
from staff_workspace.actions.step import display_name
from staff_workspace.models import Case
from staff_workspace.policy import outcomes
from staff_workspace.policy.complaint_record import original_and_amended, was_met
from staff_workspace.policy.response_period import still_owed
from staff_workspace.presenters.case_tags import grade_label
from staff_workspace.presenters.clock_cards import clock_cards
from staff_workspace.presenters.clock_steps import clock_steps
from staff_workspace.queries.case_clocks import clock_readings
from staff_workspace.queries.case_facts import missing_elements
from staff_workspace.queries.complaint_record import complaint_record, response_period
from staff_workspace.queries.electronic_consents import against_email
from staff_workspace.queries.investigators import doubts_about
from staff_workspace.queries.people_outside import people_outside
from staff_workspace.queries.who_can_see import shares_of, standing_walls_of, who_can_see
from staff_workspace.views.case_base import CaseView


class CaseSummaryView(CaseView):
    """Who, what, where it stands, what is due and why."""

    action = Action.VIEW_CASE

    def get_queryset(self) -> QuerySet[Case]:
        """With the timeline, which the clocks and their steps are read from."""
        return super().get_queryset().prefetch_related("events")

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The summary, with contact details masked unless they were asked for."""
        contacts = Action.SEE_CONTACT_DETAILS in self.allowed
        now = timezone.now()
        told = clock_readings(self.case, as_of=now)
        asked = clock_steps(self.case, told.readings, now=now)
        context = self.context(
            tab="summary",
            clock_steps=[step for step in asked if step.action in self.allowed],
            cards=clock_cards(self.case, told, now=now),
            issues=list(self.case.issues.all()),
            consents=list(self.case.consents.all()),
            events=list(self.case.events.all()),
            authority=self.case.authority_decisions.first(),
            grade=grade_label(self.case),
            finding_labels=outcomes.OUTCOMES,
            closure_reasons=CLOSURE_REASONS,
            may_unmask=contacts,
            **_record(self.case),
            no_email=against_email(self.case, at=now),
        )
        return render(request, "staff_workspace/case/summary.jinja", context)


def _record(case: Case) -> dict[str, Any]:
    """What the law's record shows: the periods told, whether they were met, and what is owed."""
    record = complaint_record(case)
    first, amended = original_and_amended(record)
    owed = still_owed(response_period(case)) if case.kind == Case.Kind.COMPLAINT else ()
    return {
        "told_first": first,
        "told_later": amended,
        "period_met": was_met(record),
        "period_owed": owed if case.is_open and not case.responded_at else (),
    }


class ContactDetailsView(CaseView):
    """The people of the case with all their details; each look is audited."""

    action = Action.SEE_CONTACT_DETAILS

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """Names, addresses, telephone and NHS numbers in full."""
        return render(request, "staff_workspace/case/people.jinja", self.context(tab="people"))


class AsSentView(CaseView):
    """Every question of the form that opened the case with its answer; each look is audited."""

    action = Action.SEE_CONTACT_DETAILS

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The questions as they were asked; none for a case that no form opened."""
        sent = self.case.submission
        context = self.context(asked=sent.questions_and_answers() if sent else [])
        return render(request, "staff_workspace/case/as_sent.jinja", context)


class CaseFilesView(CaseView):
    """What people sent, and what was made for the case."""

    action = Action.SEE_EVIDENCE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """Lists of evidence and documents."""
        context = self.context(
            tab="files",
            evidence=list(self.case.evidence.select_related("evidence").order_by("added_at", "pk")),
            documents=list(self.case.documents.all()),
        )
        return render(request, "staff_workspace/case/files.jinja", context)


class CaseResponseView(CaseView):
    """The response and its checklist."""

    action = Action.VIEW_CASE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The latest version, and what it still lacks."""
        response = self.case.responses.first()
        context = self.context(
            tab="response",
            response=response,
            drafter=display_name(response.drafted_by) if response else "",
            amender=f"by {display_name(response.amended_by)}"
            if response and response.amended_by
            else "",
            approvals=list(self.case.approvals.select_related("response")),
            missing=missing_elements(self.case),
            issues=list(self.case.issues.all()),
            finding_labels=outcomes.OUTCOMES,
        )
        return render(request, "staff_workspace/case/response.jinja", context)


class CaseAccessView(CaseView):
    """Who can see this case, and why."""

    action = Action.SHARE_CASE

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        """The principals with their reasons."""
        context = self.context(
            tab="access",
            shares=shares_of(self.case),
            outside=people_outside(self.case, now=timezone.now()),
        )
        if "MANAGE_ACCESS" in context["allowed"]:
            # Who is shut out is known to those alone who may let them in again.
            context["principals"] = who_can_see(self.case)
            context["doubts"] = doubts_about(self.case, context["principals"])
            context["walls"] = list(standing_walls_of(self.case))
        return render(request, "staff_workspace/case/access.jinja", context)
