"""The figures of the reporting years: prepare, look, approve."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView, GuardedView
from staff_workspace.actions.annual_figures import approve_figures, prepare_figures
from staff_workspace.documents.report_figures import ReportFigures, share
from staff_workspace.forms.figures import ApproveForm, PrepareForm
from staff_workspace.models import AnnualFigures
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.figures_sets import figures_sets
from staff_workspace.reports.reporting_year import last_full_year, year_starting

YEARS_BACK = 3


class ReportsView(GuardedView):
    """The sets of figures there are."""

    action = Action.VIEW_FIGURES

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, newest year first."""
        figures = self.visible(figures_sets(request.user, self.body))
        context = {
            **workspace_context(request, current="reports"),
            "sets": list(figures),
            "may_prepare": gate.may(request.user, Action.PREPARE_FIGURES, self.body),
        }
        return render(request, "staff_workspace/reports.jinja", context)


class PrepareView(GuardedView):
    """Count a year."""

    action = Action.PREPARE_FIGURES

    def years(self) -> list[tuple[str, str]]:
        """The last full years as choices."""
        last = last_full_year(timezone.localdate()).start.year
        years = [year_starting(last - back) for back in range(YEARS_BACK)]
        return [(str(year.start.year), f"{year.label}") for year in years]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return self.show(PrepareForm(years=self.years(), initial={"year": self.years()[0][0]}))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Count, keep, and show the figures."""
        form = PrepareForm(request.POST, years=self.years())
        if form.is_valid():
            data = form.cleaned_data
            try:
                figures = prepare_figures(
                    body=self.body,
                    by=request.user,
                    year=year_starting(int(data["year"])),
                    matters=data["matters"],
                    lessons=data["lessons"],
                )
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, "The figures are counted")
                return redirect("staff_workspace:figures", pk=figures.pk)
        return self.show(form)

    def show(self, form: PrepareForm) -> HttpResponse:
        """The page with its form."""
        context = {**workspace_context(self.request, current="reports"), "form": form}
        return render(self.request, "staff_workspace/prepare_figures.jinja", context)


class FiguresView(GuardedObjectView):
    """One set of figures; Governance approves it here."""

    action = Action.VIEW_FIGURES
    lookup = {"pk": "pk"}

    def get_queryset(self) -> QuerySet[AnnualFigures]:
        """The body's sets, drafts only for those who work on them."""
        return figures_sets(self.request.user, self.body)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The figures, with the approval form for those who may."""
        return self.show(ApproveForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Approve; what stands in the way is said above the form."""
        form = ApproveForm(request.POST)
        if form.is_valid():
            try:
                approve_figures(figures=self.object, by=request.user)
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, "The figures are approved and can be published")
                return redirect("staff_workspace:figures", pk=pk)
        return self.show(form)

    def show(self, form: ApproveForm) -> HttpResponse:
        """The page with its form."""
        figures = ReportFigures.from_dict(self.object.figures)
        may_approve = gate.may(self.request.user, Action.APPROVE_FIGURES, self.object)
        context: dict[str, Any] = {
            **workspace_context(self.request, current="reports"),
            "form": form,
            "figures_set": self.object,
            "figures": figures,
            "share": share,
            "may_approve": may_approve and self.object.state == AnnualFigures.State.DRAFT,
        }
        return render(self.request, "staff_workspace/figures.jinja", context)
