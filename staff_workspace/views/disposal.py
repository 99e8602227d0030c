"""Records whose time is over: the list, the log, legal holds, the review and the confirmation."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.actions.dispose_case import dispose_case
from staff_workspace.actions.legal_hold import hold_records, lift_hold, standing_hold
from staff_workspace.actions.review_disposal import review_disposal
from staff_workspace.actions.step import display_name
from staff_workspace.forms.disposal import DisposeForm, HoldForm, ReviewDisposalForm
from staff_workspace.models import DisposalReview
from staff_workspace.policy.reasons import say
from staff_workspace.policy.retention import kept_until, rule_in_words, where_kept
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.disposals import destroyed, due_for_review
from staff_workspace.views.case_action import CaseActionView


class DisposalsView(GuardedView):
    """What waits for a review or a second person, and what a legal hold keeps."""

    action = Action.VIEW_DISPOSALS

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        due = due_for_review(request.user, self.body, today=timezone.localdate())
        self.looked["rows"] = len(due)
        context = {**workspace_context(request, current="records"), "due": due}
        return render(request, "staff_workspace/disposal/due.jinja", context)


class DestructionLogView(GuardedView):
    """The lines that stay."""

    action = Action.VIEW_DISPOSALS

    def get(self, request: HttpRequest) -> HttpResponse:
        """The log, newest first."""
        records = list(destroyed(request.user, self.body)[:200])
        context = {**workspace_context(request, current="records"), "records": records}
        return render(request, "staff_workspace/disposal/log.jinja", context)


class RecordsActionView(CaseActionView):
    """What the four screens say of the case's time."""

    def details(self) -> list[tuple[str, str]]:
        rule, source = rule_in_words(self.case.profile)
        found = [("Kept for", f"{rule} ({source})"), ("Kept how", where_kept(self.case.profile))]
        if self.case.closed_at:
            closed = timezone.localdate(self.case.closed_at)
            last = kept_until(self.case.profile, closed=closed)
            found += [("Closed", say(closed)), ("Kept until", say(last))]
        hold = standing_hold(self.case)
        if hold:
            since = say(timezone.localdate(hold.set_at))
            found += [("Legal hold", f"Since {since}: {hold.reason}")]
        return found


class HoldView(RecordsActionView):
    """Put the records on legal hold."""

    action = Action.HOLD_RECORDS
    form_class = HoldForm
    title = "Put the records on legal hold"
    button = "Put on legal hold"
    done = "The records are on legal hold"

    def perform(self, form: HoldForm) -> None:
        hold_records(case=self.case, by=self.request.user, reason=form.cleaned_data["reason"])


class LiftHoldView(RecordsActionView):
    """Lift the hold."""

    action = Action.HOLD_RECORDS
    form_class = HoldForm
    title = "Lift the legal hold"
    button = "Lift the legal hold"
    done = "The legal hold is lifted"

    def perform(self, form: HoldForm) -> None:
        lift_hold(case=self.case, by=self.request.user, because=form.cleaned_data["reason"])


class ReviewDisposalView(RecordsActionView):
    """The first person."""

    action = Action.DISPOSE
    form_class = ReviewDisposalForm
    title = "Review the records before they are destroyed"
    button = "Write the review down"
    done = "The review is written down"

    def perform(self, form: ReviewDisposalForm) -> None:
        data = form.cleaned_data
        review_disposal(
            case=self.case,
            by=self.request.user,
            finding=data["finding"],
            look_again_on=data.get("look_again_on"),
            reason=data["reason"],
        )

    def after(self) -> str:
        return reverse("staff_workspace:disposals")


class DisposeView(RecordsActionView):
    """The second person."""

    action = Action.DISPOSE
    form_class = DisposeForm
    title = "Destroy the records"
    button = "Destroy for good"
    done = "The records are destroyed. The log says so"
    template = "staff_workspace/disposal/dispose.jinja"

    def details(self) -> list[tuple[str, str]]:
        review = DisposalReview.objects.filter(case=self.case).first()
        if review is None:
            return [*super().details(), ("Reviewed", "Not yet")]
        when = say(timezone.localdate(review.reviewed_at))
        return [
            *super().details(),
            ("Reviewed by", f"{display_name(review.reviewed_by)}, {when}"),
            ("What was found", f"{review.get_finding_display()}: {review.reason}"),
        ]

    def perform(self, form: Any) -> None:
        dispose_case(case=self.case, by=self.request.user)

    def after(self) -> str:
        return reverse("staff_workspace:destruction_log")
