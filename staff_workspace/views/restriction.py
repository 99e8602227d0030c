"""The screens around restricted contact."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.restrict_contact import restrict_contact
from staff_workspace.actions.review_restriction import end_restriction, review_restriction
from staff_workspace.forms.restriction import (
    EndRestrictionForm,
    RestrictContactForm,
    ReviewRestrictionForm,
)
from staff_workspace.policy.reasons import say
from staff_workspace.queries.contact_restrictions import standing_restriction
from staff_workspace.views.case_action import CaseActionView


class RestrictContactView(CaseActionView):
    """Record the decision to restrict somebody's contact."""

    action = Action.RECORD_CONTACT
    form_class = RestrictContactForm
    title = "Restrict contact"
    button = "Restrict contact"
    done = "The restriction of contact is recorded"

    def form_options(self) -> dict[str, Any]:
        return {"profile": self.case.profile}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: RestrictContactForm) -> None:
        data = form.cleaned_data
        restrict_contact(
            case=self.case,
            by=self.request.user,
            decision=form.decision(),
            decided_by=data["decided_by"],
            measures=data["measures"],
        )


class _StandingView(CaseActionView):
    def details(self) -> list[tuple[str, str]]:
        found = standing_restriction(self.case, today=timezone.localdate())
        if found is None:
            return [("Contact", "Not restricted")]
        return [
            ("Restricted since", say(found.decided_on)),
            ("Decided by", found.decided_by),
            ("Review", say(found.review_on)),
            ("Ends", say(found.ends_on) if found.ends_on else "no limit in the policy"),
        ]


class ReviewRestrictionView(_StandingView):
    """Go on with a restriction that was looked at again."""

    action = Action.RECORD_CONTACT
    form_class = ReviewRestrictionForm
    title = "Review the restriction of contact"
    button = "Save the review"
    done = "The review is recorded"

    def perform(self, form: ReviewRestrictionForm) -> None:
        data = form.cleaned_data
        review_restriction(
            case=self.case,
            by=self.request.user,
            next_review=data["next_review"],
            reason=data["reason"],
        )


class EndRestrictionView(_StandingView):
    """End a restriction."""

    action = Action.RECORD_CONTACT
    form_class = EndRestrictionForm
    title = "End the restriction of contact"
    button = "End the restriction"
    done = "The restriction of contact has ended"

    def form_options(self) -> dict[str, Any]:
        return {"profile": self.case.profile}

    def perform(self, form: EndRestrictionForm) -> None:
        data = form.cleaned_data
        end_restriction(
            case=self.case,
            by=self.request.user,
            agreed_by=frozenset(data["agreed_by"]),
            ground=data.get("ground") or "",
            reason=data["reason"],
        )
