"""The screens that ask again for consent and have the summary confirmed."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.chase_consent import chase_consent
from staff_workspace.actions.record_summary_confirmed import record_summary_confirmed
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.forms.confirming import (
    ChaseConsentForm,
    SummaryConfirmedForm,
    SummarySentForm,
)
from staff_workspace.views.case_action import CaseActionView


class ChaseConsentView(CaseActionView):
    """Record that consent was asked for again."""

    action = Action.ARRANGE_CONSENT
    form_class = ChaseConsentForm
    title = "Record that you asked again for consent"
    button = "Record the reminder"
    done = "The reminder is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        waiting = [c.giver for c in self.case.consents.all() if c.answer == "waiting"]
        return [("Waiting for", name) for name in waiting]

    def perform(self, form: ChaseConsentForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        waiting = [c.requested_at for c in self.case.consents.all() if c.answer == "waiting"]
        since = max(waiting, default=self.case.received_at)
        chase_consent(
            case=self.case,
            by=self.request.user,
            asked_at=self.moment(data["on"], now, not_before=since),
            channel=data["channel"],
            note=data["note"],
            at=now,
        )


class SummarySentView(CaseActionView):
    """Record that the summary went out."""

    action = Action.CONFIRM_SUMMARY
    form_class = SummarySentForm
    title = "Record that the summary was sent"
    button = "Record it as sent"
    done = "The summary is recorded as sent"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        attempts = self.case.profile.consent_timing.confirm_attempts.in_force
        made = self.case.events.filter(name="summary_sent").count()
        return [("Attempts", f"{made} of {attempts} made")]

    def perform(self, form: SummarySentForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        record_summary_sent(
            case=self.case,
            by=self.request.user,
            sent_at=self.moment(data["on"], now),
            channel=data["channel"],
            note=data["note"],
            at=now,
        )


class SummaryConfirmedView(CaseActionView):
    """Record what the person answered."""

    action = Action.CONFIRM_SUMMARY
    form_class = SummaryConfirmedForm
    title = "Record the answer to the summary"
    button = "Record the answer"
    done = "The answer is recorded"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: SummaryConfirmedForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        # The first row is the latest: the timeline runs backwards.
        sent = self.case.events.filter(name="summary_sent").first()
        since = sent.at if sent else self.case.received_at
        record_summary_confirmed(
            case=self.case,
            by=self.request.user,
            confirmed_at=self.moment(data["on"], now, not_before=since),
            corrections=data["corrections"] or "",
            at=now,
        )
