"""The screen for recording that confidence is broken."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.break_confidence import break_confidence
from staff_workspace.forms.confidence import BreakConfidenceForm
from staff_workspace.policy.confidentiality import BreachRecord, advice_missing
from staff_workspace.views.case_action import CaseActionView


class BreakConfidenceView(CaseActionView):
    """Ground, reason, attempts at consent, advice, and what goes to whom."""

    action = Action.SHARE_CASE
    form_class = BreakConfidenceForm
    title = "Record that confidence is broken"
    button = "Record it"
    done = "It is recorded that confidence was broken"

    def form_options(self) -> dict[str, Any]:
        return {"profile": self.case.profile}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        asked = advice_missing(self.case.profile, BreachRecord().advisers)
        words = f"{asked[:1].upper()}{asked[1:]}" if asked else "None named by the policy"
        return [
            ("When it may be", "Danger, serious crime or a legal duty, and no other way"),
            ("Needed first", words),
        ]

    def perform(self, form: BreakConfidenceForm) -> None:
        now = timezone.now()
        break_confidence(
            case=self.case,
            by=self.request.user,
            record=form.record(),
            shared_at=self.moment(form.cleaned_data["on"], now),
            at=now,
        )
