"""The screens "Acknowledge" and "Grade"."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.acknowledge import acknowledge
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.forms.acknowledge import AcknowledgeForm
from staff_workspace.forms.grade import GradeForm
from staff_workspace.forms.moments import moment_on
from staff_workspace.models import Case
from staff_workspace.policy.channels import SPOKEN
from staff_workspace.views.case_action import CaseActionView


class AcknowledgeView(CaseActionView):
    """Record that somebody was told we have their complaint."""

    action = Action.ACKNOWLEDGE
    form_class = AcknowledgeForm
    title = "Record the acknowledgement"
    button = "Record the acknowledgement"
    done = "The acknowledgement is recorded"

    def form_options(self) -> dict[str, Any]:
        case = self.case
        return {"spoken": case.kind == Case.Kind.COMPLAINT and case.channel in SPOKEN}

    def initial(self) -> dict[str, Any]:
        return {"sent_on": timezone.localdate()}

    def perform(self, form: AcknowledgeForm) -> None:
        now = timezone.now()
        data = form.cleaned_data
        acknowledge(
            case=self.case,
            by=self.request.user,
            sent_at=moment_on(data["sent_on"], now=now, not_before=self.case.received_at),
            channel=data["channel"],
            offered_discussion=data["offered_discussion"],
            copy_sent=data.get("copy_sent", False),
            note=data["note"],
            recorded_at=now,
        )


class GradeView(CaseActionView):
    """Grade by the body's own model."""

    action = Action.GRADE
    form_class = GradeForm
    title = "Grade the case"
    button = "Save the grade"
    done = "The grade is saved"

    def initial(self) -> dict[str, Any]:
        risk = "yes" if self.case.complex_or_claim else "no" if self.case.grade else ""
        return {"grade": self.case.grade, "risk": risk}

    def form_options(self) -> dict[str, Any]:
        return {"profile": self.case.profile}

    def perform(self, form: GradeForm) -> None:
        data = form.cleaned_data
        grade_case(
            case=self.case,
            by=self.request.user,
            grade=data["grade"],
            reason=data["reason"],
            complex_or_claim=form.complex_or_claim(),
        )
