"""The screens of the check before the signature: approve, amend, send back, take higher."""

from typing import Any

from feedback_forms.fields import NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions.amend_draft import amend_draft
from staff_workspace.actions.approve_draft import approve_draft, approver_title
from staff_workspace.actions.escalate_check import escalate_check
from staff_workspace.actions.weigh_risk import weigh_risk
from staff_workspace.forms.checking import AmendForm, ApproveForm, EscalateForm, RiskForm
from staff_workspace.views.case_action import CaseActionView
from staff_workspace.views.response import LetterOnPage, ReturnView


class ApproveView(LetterOnPage, CaseActionView):
    """Approve the version that stands on the page."""

    action = Action.APPROVE_DRAFT
    form_class = ApproveForm
    title = "Check and approve the draft"
    button = "Approve the draft"
    done = "The draft is approved"

    def form_options(self) -> dict[str, Any]:
        return {"title": approver_title(self.case.profile, self.case.state)}

    def perform(self, form: ApproveForm) -> None:
        data = form.cleaned_data
        approve_draft(
            case=self.case,
            by=self.request.user,
            version=self.version_on_page(),
            as_deputy=data["capacity"] == "deputy",
            note=data["note"],
        )


class AmendView(LetterOnPage, CaseActionView):
    """Change the letter while checking it."""

    action = Action.APPROVE_DRAFT
    form_class = AmendForm
    title = "Amend the draft"
    button = "Save as a new version"
    done = "The draft is amended. Approve the new version when it is right"
    template = "staff_workspace/case/action.jinja"

    def initial(self) -> dict[str, Any]:
        latest = self.case.responses.first()
        return {"text": latest.text if latest else ""}

    def perform(self, form: AmendForm) -> None:
        # Browsers send lines with \r\n; what was not changed must not look changed.
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        version = self.version_on_page()
        amend_draft(case=self.case, by=self.request.user, version=version, text=text)


class ReturnCheckedView(ReturnView):
    """Send the draft back from the check."""

    action = Action.APPROVE_DRAFT


class EscalateView(CaseActionView):
    """Take a draft higher that lies too long."""

    action = Action.DRAFT_RESPONSE
    form_class = EscalateForm
    title = "Take the draft higher"
    button = "Record that it was taken higher"
    done = "That the draft was taken higher is recorded"

    def perform(self, form: NhsForm) -> None:
        escalate_check(case=self.case, by=self.request.user, note=form.cleaned_data["note"])


class RiskView(CaseActionView):
    """Mark the case as complex or as a possible claim."""

    action = Action.GRADE
    form_class = RiskForm
    title = "Complex case or possible claim"
    button = "Save"
    done = "The mark is saved"

    def initial(self) -> dict[str, Any]:
        return {"complex_or_claim": "yes" if self.case.complex_or_claim else ""}

    def perform(self, form: RiskForm) -> None:
        data = form.cleaned_data
        weigh_risk(
            case=self.case,
            by=self.request.user,
            complex_or_claim=data["complex_or_claim"] == "yes",
            reason=data["reason"],
        )
