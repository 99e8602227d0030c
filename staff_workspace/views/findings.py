"""The screens "Add a point" and "Record the finding"."""

from typing import Any

from django.http import Http404

from permissions.rules.actions import Action
from staff_workspace.actions.add_issue import add_issue
from staff_workspace.actions.record_finding import record_finding
from staff_workspace.forms.findings import FindingForm, IssueForm
from staff_workspace.models import Issue
from staff_workspace.views.case_action import CaseActionView


class IssueView(CaseActionView):
    """Add a point to the complaint."""

    action = Action.RECORD_FINDINGS
    form_class = IssueForm
    title = "Add a point"
    button = "Add the point"
    done = "The point is added"

    def perform(self, form: IssueForm) -> None:
        data = form.cleaned_data
        add_issue(
            case=self.case,
            by=self.request.user,
            point=data["point"],
            who_answers=data["who_answers"],
            service=data["service"],
            provider=data["provider"],
            profession=data["profession"],
        )


class FindingView(CaseActionView):
    """Record what was found about one point."""

    action = Action.RECORD_FINDINGS
    form_class = FindingForm
    title = "Record the finding"
    button = "Save the finding"
    done = "The finding is saved"

    @property
    def issue(self) -> Issue:
        """The point that the address names, of this case alone."""
        for issue in self.case.issues.all():
            if issue.number == self.kwargs["number"]:
                return issue
        raise Http404

    def initial(self) -> dict[str, Any]:
        issue = self.issue
        return {
            "finding": issue.finding,
            "explanation": issue.explanation,
            "change_made": issue.change_made,
        }

    def details(self) -> list[tuple[str, str]]:
        return [(f"Point {self.issue.number}", self.issue.point)]

    def perform(self, form: FindingForm) -> None:
        data = form.cleaned_data
        record_finding(
            issue=self.issue,
            by=self.request.user,
            finding=data["finding"],
            explanation=data["explanation"],
            change_made=data["change_made"],
        )
