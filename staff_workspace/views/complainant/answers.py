"""What the body asks, and the person answers: the summary, consent, a date."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from staff_workspace.actions.answer_consent import (
    against,
    answer_consent,
    withdraw_given_consent,
)
from staff_workspace.actions.answer_proposal import answer_proposal
from staff_workspace.actions.answer_summary import answer_summary, waiting_summary
from staff_workspace.forms.complainant import (
    ConsentForm,
    ProposalForm,
    SummaryForm,
    WithdrawConsentForm,
)
from staff_workspace.models import Consent, DateProposal
from staff_workspace.policy import consent as consent_rules
from staff_workspace.views.complainant.base import ComplainantFormView


class SummaryView(ComplainantFormView):
    """Confirm the summary, or put it right."""

    screen = "summary"
    form_class = SummaryForm
    title = "Check our summary"
    button = "Send my answer"
    done = "Thank you. We have your answer about the summary"
    template = "summary"

    def more(self) -> dict[str, Any]:
        summary = waiting_summary(self.case)
        if summary is None:
            raise Http404
        return {"summary": summary}

    def perform(self, form: SummaryForm) -> None:
        answer_summary(
            case=self.case,
            by=self.by,
            corrections=form.cleaned_data["corrections"] or "",
            at=self.now,
        )


class ConsentView(ComplainantFormView):
    """Sign or refuse a statement, organisation by organisation."""

    screen = "consent"
    form_class = ConsentForm
    title = "Who may we talk to?"
    button = "Sign and send"
    done = "Thank you. We have your answer"
    template = "consent"

    @property
    def consent(self) -> Consent:
        """The statement that the address names, of this case alone."""
        found = self.case.consents.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def form_options(self) -> dict[str, Any]:
        return {"organisations": self.consent.organisations}

    def more(self) -> dict[str, Any]:
        consent = self.consent
        return {
            "consent": consent,
            "statement": consent_rules.STATEMENTS[consent.statement],
            "refused": against(consent),
        }

    def perform(self, form: ConsentForm) -> None:
        answer_consent(
            consent=self.consent,
            by=self.by,
            answers=form.answers,
            typed_name=form.cleaned_data["typed_name"],
            at=self.now,
        )


class WithdrawConsentView(ConsentView):
    """Take a consent back."""

    screen = "withdraw_consent"
    form_class = WithdrawConsentForm
    title = "Change your mind about consent"
    button = "Take back my consent"
    done = "Your consent is withdrawn. We share nothing more under it"
    template = "withdraw_consent"

    def form_options(self) -> dict[str, Any]:
        return {"organisations": self.consent.agreed_organisations}

    def more(self) -> dict[str, Any]:
        if self.consent.answer != Consent.Answer.SIGNED:
            raise Http404
        return {"consent": self.consent, "organisations": self.consent.agreed_organisations}

    def perform(self, form: WithdrawConsentForm) -> None:
        withdraw_given_consent(
            consent=self.consent,
            by=self.by,
            organisations=form.cleaned_data.get("organisations", form.organisations),
            at=self.now,
        )


class ProposalView(ComplainantFormView):
    """Agree to the date that was proposed, or decline it."""

    screen = "proposal"
    form_class = ProposalForm
    title = "When you get our answer"
    button = "Send my answer"
    done = "Thank you. We have your answer about the date"
    template = "proposal"

    @property
    def proposal(self) -> DateProposal:
        """The proposal that the address names, of this case alone."""
        found = self.case.date_proposals.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def more(self) -> dict[str, Any]:
        limit = None if self.case.responded_at else self.case.statutory_due
        proposal = self.proposal
        return {
            "proposal": proposal,
            "beyond_law": bool(limit and proposal.new > limit),
            "limit": limit,
            "today": timezone.localdate(self.now),
        }

    def perform(self, form: ProposalForm) -> None:
        answer_proposal(
            proposal=self.proposal,
            by=self.by,
            agreed=form.cleaned_data["answer"] == "yes",
            words=form.cleaned_data["words"] or "",
            at=self.now,
        )
