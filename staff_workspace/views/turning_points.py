"""The screens for withdrawing, opening again, the ombudsman and a reply to a part."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.record_ombudsman import record_ombudsman
from staff_workspace.actions.reopen_case import reopen_case
from staff_workspace.actions.send_partial_response import send_partial_response
from staff_workspace.actions.withdraw_case import withdraw_case
from staff_workspace.forms.turning_points import (
    OmbudsmanForm,
    PartialResponseForm,
    ReopenForm,
    WithdrawForm,
)
from staff_workspace.policy.reasons import say
from staff_workspace.views.case_action import CaseActionView


class WithdrawView(CaseActionView):
    """Record that the person withdrew the complaint."""

    action = Action.WITHDRAW
    form_class = WithdrawForm
    title = "Record a withdrawal"
    button = "Record the withdrawal"
    done = "The withdrawal is recorded"

    def form_options(self) -> dict[str, Any]:
        own = self.case.profile.records
        # Where a response was sent there is nothing left to review.
        before = self.case.state != "responded"
        return {"may_review_on": own.withdrawal_review_continues.in_force and before}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: WithdrawForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        withdraw_case(
            case=self.case,
            by=self.request.user,
            withdrawn_at=self.moment(data["on"], now),
            way=data["way"],
            told_those_named=data["told"] != "no",
            enough_to_review=data.get("enough") == "yes",
            note=data["note"],
            at=now,
        )


class ReopenView(CaseActionView):
    """Open the case again for further questions."""

    action = Action.REOPEN
    form_class = ReopenForm
    title = "Open the case again"
    button = "Open it again"
    done = "The case is open again. Its further response has a date of its own"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: ReopenForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        ended = self.case.closed_at or self.case.responded_at or self.case.received_at
        reopen_case(
            case=self.case,
            by=self.request.user,
            asked_at=self.moment(data["on"], now, not_before=ended),
            questions=data["questions"],
            new_matter=data["matter"] == "new",
            left_to_answer=data["matter"] == "open",
            answered_by=data["answered_by"],
            at=now,
        )


class OmbudsmanView(CaseActionView):
    """Record what an ombudsman does with the case."""

    action = Action.RECORD_OMBUDSMAN
    form_class = OmbudsmanForm
    title = "Record a step of the ombudsman"
    button = "Record it"
    done = "The step of the ombudsman is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        due = self.case.ombudsman_due
        return [("To be answered by", say(due))] if due else []

    def perform(self, form: OmbudsmanForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        record_ombudsman(
            case=self.case,
            by=self.request.user,
            key=data["key"],
            on=self.moment(data["on"], now),
            due=data.get("due"),
            note=data["note"],
            at=now,
        )


class PartialResponseView(CaseActionView):
    """Record a reply to a part."""

    action = Action.SEND_RESPONSE
    form_class = PartialResponseForm
    title = "Record a reply to a part"
    button = "Record it as sent"
    done = "The reply to a part is recorded. The whole response is still owed"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: PartialResponseForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        send_partial_response(
            case=self.case,
            by=self.request.user,
            sent_at=self.moment(data["on"], now),
            channel=data["channel"],
            answers=data["answers"],
            person_wants_it=data["wants_it"],
            at=now,
        )
