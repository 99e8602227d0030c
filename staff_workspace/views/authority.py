"""The screens around acting for somebody: authority and consent."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from feedback_forms.rules.uploads import FileRefused
from permissions.rules.actions import Action
from staff_workspace.actions.judge_authority import BestInterests, judge_authority
from staff_workspace.actions.make_consent_statement import make_consent_statement, usual_capacity
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.withdraw_consent import withdraw_consent
from staff_workspace.forms.authority import AuthorityForm
from staff_workspace.forms.consent import (
    ConsentReceivedForm,
    ConsentStatementForm,
    ConsentWithdrawnForm,
)
from staff_workspace.forms.moments import moment_on
from staff_workspace.models import Consent
from staff_workspace.policy import consent as consent_rules
from staff_workspace.views.case_action import CaseActionView


class AuthorityView(CaseActionView):
    """Judge whether the representative may act."""

    action = Action.JUDGE_AUTHORITY
    form_class = AuthorityForm
    title = "Judge the authority to act"
    button = "Save the decision"
    done = "The decision about authority is saved"
    template = "staff_workspace/case/authority.jinja"

    def context(self, **more: Any) -> dict[str, Any]:
        sent = self.case.evidence.select_related("evidence").order_by("added_at", "pk")
        return super().context(evidence=list(sent), **more)

    def perform(self, form: AuthorityForm) -> None:
        data = form.cleaned_data
        judge_authority(
            case=self.case,
            by=self.request.user,
            decision=data["decision"],
            evidence_seen=data["evidence_seen"],
            reason=data["reason"],
            best_interests=BestInterests(
                data["options"],
                data["public_interest"],
                data["disclosure_limits"],
                data["consulted"],
            ),
        )


class ConsentStatementView(CaseActionView):
    """Make the body's consent statement as a PDF."""

    action = Action.ARRANGE_CONSENT
    form_class = ConsentStatementForm
    title = "Make the consent statement"
    button = "Make the statement"
    done = "The consent statement is ready to print or send"

    @property
    def statement(self) -> str | None:
        """Which of the body's statements this case needs."""
        return consent_rules.statement_for(
            self.case.profile, representation=self.case.representation or None
        )

    def form_options(self) -> dict[str, Any]:
        return {"names_organisations": self.statement == "sharing_consent"}

    def initial(self) -> dict[str, Any]:
        people = {party.role: party for party in self.case.parties.all()}
        role = "patient" if self.case.representation in ("", "asked") else "complainant"
        party = people.get(role) or people.get("complainant")
        return {
            "giver": party.name if party else "",
            "capacity": usual_capacity(self.case),
            "scopes": ["investigate", *(["share"] if self.statement == "sharing_consent" else [])],
            "organisations": self.case.place,
        }

    def details(self) -> list[tuple[str, str]]:
        name = consent_rules.STATEMENTS.get(self.statement or "", "None for this case")
        return [("This body's statement", name)]

    def perform(self, form: ConsentStatementForm) -> None:
        data = form.cleaned_data
        make_consent_statement(
            case=self.case,
            by=self.request.user,
            giver=data["giver"],
            capacity=data["capacity"],
            scopes=data["scopes"],
            organisations=data.get("organisations", []),
        )


class ConsentReceivedView(CaseActionView):
    """Record the answer to a statement, with the signed copy where there is one."""

    action = Action.ARRANGE_CONSENT
    form_class = ConsentReceivedForm
    title = "Record the answer to the consent statement"
    button = "Record the answer"
    done = "The answer is recorded"

    @property
    def consent(self) -> Consent:
        """The statement that the address names, of this case alone."""
        for consent in self.case.consents.all():
            if consent.pk == self.kwargs["pk"]:
                return consent
        raise Http404

    def initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate()}

    def details(self) -> list[tuple[str, str]]:
        name = consent_rules.STATEMENTS[self.consent.statement]
        return [("Statement", name), ("To be signed by", self.consent.giver)]

    def perform(self, form: ConsentReceivedForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        try:
            record_consent(
                consent=self.consent,
                by=self.request.user,
                signed=data["signed"] == "yes",
                received_at=moment_on(
                    data["received_on"], now=now, not_before=self.consent.requested_at
                ),
                method=data["method"],
                signed_copy=data["signed_copy"],
                evidence_note=data["evidence_note"],
                at=now,
            )
        except FileRefused as refusal:
            form.add_error("signed_copy", str(refusal))


class ConsentWithdrawnView(ConsentReceivedView):
    """Record that a consent was withdrawn."""

    action = Action.ARRANGE_CONSENT
    form_class = ConsentWithdrawnForm
    title = "Record that consent was withdrawn"
    button = "Record the withdrawal of consent"
    done = "The consent is recorded as withdrawn"

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: ConsentWithdrawnForm) -> None:
        now, since = timezone.now(), self.consent.answered_at or self.consent.requested_at
        withdraw_consent(
            consent=self.consent,
            by=self.request.user,
            withdrawn_at=moment_on(form.cleaned_data["on"], now=now, not_before=since),
            note=form.cleaned_data["note"],
            at=now,
        )
