"""The screens around what the person was told, and how we may tell it them."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.record_email_consent import record_email_consent
from staff_workspace.actions.set_period import set_period
from staff_workspace.actions.take_as_complaint import take_as_complaint
from staff_workspace.forms.handling import EmailConsentForm, SetPeriodForm, TakeAsComplaintForm
from staff_workspace.queries.electronic_consents import against_email
from staff_workspace.views.case_action import CaseActionView


class SetPeriodView(CaseActionView):
    """Set the day of the response where the offer to discuss it was not taken up."""

    action = Action.AGREE_DATES
    form_class = SetPeriodForm
    title = "Set the date of the response"
    button = "Save the date"
    done = "The date is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: SetPeriodForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        not_before = self.case.acknowledged_at or self.case.received_at
        set_period(
            case=self.case,
            by=self.request.user,
            until=data["until"],
            told_at=self.moment(data["on"], now, not_before=not_before),
            channel=data["channel"],
            note=data["note"],
            at=now,
        )


class EmailConsentView(CaseActionView):
    """Whether we may write to the person by e-mail."""

    action = Action.RECORD_CONTACT
    form_class = EmailConsentForm
    title = "Consent to e-mail"
    button = "Save"
    done = "The answer about e-mail is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        refused = against_email(self.case, at=timezone.now())
        return [("E-mail now", refused or "The person agreed to letters by e-mail")]

    def perform(self, form: EmailConsentForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        record_email_consent(
            case=self.case,
            by=self.request.user,
            given=data["given"] == "yes",
            on=self.moment(data["on"], now),
            note=data["note"],
            at=now,
        )


class TakeAsComplaintView(CaseActionView):
    """Go on as a complaint where the quick answer did not settle it."""

    action = Action.GRADE
    form_class = TakeAsComplaintForm
    title = "Take it as a complaint"
    button = "Take it as a complaint"
    done = "It goes on as a complaint"

    def perform(self, form: TakeAsComplaintForm) -> None:
        data = form.cleaned_data
        take_as_complaint(
            case=self.case, by=self.request.user, why=data["why"], person_told=data["told"]
        )
