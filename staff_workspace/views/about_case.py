"""The screens on what a case is and what bears on it."""

from typing import Any

from permissions.rules.actions import Action
from staff_workspace.actions.change_kind import change_kind
from staff_workspace.actions.describe_case import describe_case
from staff_workspace.forms.about_case import DescribeForm, KindForm
from staff_workspace.views.case_action import CaseActionView


class DescribeView(CaseActionView):
    """Record a claim or the press, a risk, and where else the person complained."""

    action = Action.GRADE
    form_class = DescribeForm
    title = "Claim, press, risk or other body"
    button = "Save"
    done = "What bears on the case is recorded"

    def initial(self) -> dict[str, Any]:
        return {
            "legal_or_media": self.case.legal_or_media,
            "immediate_risk": self.case.immediate_risk,
            "other_body": self.case.other_body,
        }

    def perform(self, form: DescribeForm) -> None:
        describe_case(case=self.case, by=self.request.user, **form.cleaned_data)


class KindView(CaseActionView):
    """Change the kind of the case."""

    action = Action.GRADE
    form_class = KindForm
    title = "Change what kind it is"
    button = "Change it"
    done = "The case is now of the kind that the person wants"

    def details(self) -> list[tuple[str, str]]:
        return [("Now", self.case.get_kind_display())]

    def perform(self, form: KindForm) -> None:
        data = form.cleaned_data
        change_kind(
            case=self.case,
            by=self.request.user,
            wished=data["wished"],
            staff_advise="complaint" if data["advise"] == "yes" else None,
            reason=data["reason"],
        )
