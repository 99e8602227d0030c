"""The screens of the response: draft, pass on, sign, send back, send, close."""

from typing import Any

from django.utils import timezone

from feedback_forms.fields import NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions.close_case import close_case, closure_reasons
from staff_workspace.actions.draft_response import draft_response, draft_state
from staff_workspace.actions.return_draft import return_draft
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.forms.closing import CloseForm
from staff_workspace.forms.moments import moment_on
from staff_workspace.forms.response import ResponseForm, ReturnForm, SendForm, SignForm
from staff_workspace.policy import response_content
from staff_workspace.presenters.letter_start import letter_start
from staff_workspace.views.case_action import CaseActionView


class DraftView(CaseActionView):
    """Write the letter and go through the body's checklist."""

    action = Action.DRAFT_RESPONSE
    form_class = ResponseForm
    title = "Draft the response"
    button = "Save the draft"
    done = "The draft is saved"

    def form_options(self) -> dict[str, Any]:
        required = [e for e in response_content.checklist(self.case.profile) if e.required.in_force]
        return {"checklist": tuple(required)}

    def initial(self) -> dict[str, Any]:
        latest = self.case.responses.first()
        if latest is None or latest.sent_at:
            # A further response is a letter of its own.
            return {"text": letter_start(self.case)}
        return {"text": latest.text, **ResponseForm.initial_from(latest.elements)}

    def perform(self, form: ResponseForm) -> None:
        draft_response(
            case=self.case,
            by=self.request.user,
            text=form.cleaned_data["text"],
            elements=form.elements(),
            based_on=self.request.POST.get("based_on", ""),
        )

    def carried(self) -> dict[str, str]:
        """Which state of the draft the writer started from."""
        given = self.request.POST.get("based_on")
        return {"based_on": draft_state(self.case.responses.first()) if given is None else given}


class LetterOnPage:
    """The letter stands on the page, and what is done with it is done with that version."""

    template = "staff_workspace/case/letter_action.jinja"

    def carried(self) -> dict[str, str]:
        """Which version of the letter stands on the page."""
        latest = self.case.responses.first()
        return {"version": str(latest.version) if latest else ""}

    def version_on_page(self) -> int:
        """The version that the person had before them; 0 for an address that was made up."""
        version = self.request.POST.get("version", "")
        return int(version) if version.isdigit() else 0


class SubmitView(CaseActionView):
    """Pass the draft on, to be checked or to be signed."""

    action = Action.DRAFT_RESPONSE
    form_class = NhsForm
    title = "Pass the draft on"
    button = "Pass it on"
    done = "The draft was passed on"
    template = "staff_workspace/case/letter_action.jinja"

    def perform(self, form: NhsForm) -> None:
        submit_for_sign_off(case=self.case, by=self.request.user)


class SignView(LetterOnPage, CaseActionView):
    """Sign the response as a second person."""

    action = Action.SIGN_RESPONSE
    form_class = SignForm
    title = "Sign the response"
    button = "Sign the response"
    done = "The response is signed"

    def form_options(self) -> dict[str, Any]:
        profile = self.case.profile
        own = profile.sign_off
        deputies = own.deputy_may_sign.in_force
        return {"title": profile.role_title(own.signatory.in_force) if deputies else ""}

    def perform(self, form: SignForm) -> None:
        sign_response(
            case=self.case,
            by=self.request.user,
            version=self.version_on_page(),
            as_deputy=form.cleaned_data.get("capacity") == "deputy",
        )


class ReturnView(CaseActionView):
    """Send the draft back with a reason."""

    action = Action.SIGN_RESPONSE
    form_class = ReturnForm
    title = "Send the draft back"
    button = "Send it back"
    done = "The draft was sent back"

    def perform(self, form: ReturnForm) -> None:
        return_draft(case=self.case, by=self.request.user, reason=form.cleaned_data["reason"])


class SendView(CaseActionView):
    """Record that the signed response went out."""

    action = Action.SEND_RESPONSE
    form_class = SendForm
    title = "Record that the response was sent"
    button = "Record it as sent"
    done = "The response is recorded as sent"

    def initial(self) -> dict[str, Any]:
        return {"sent_on": timezone.localdate()}

    def perform(self, form: SendForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        response = self.case.responses.first()
        not_before = response.signed_at if response and response.signed_at else now
        send_response(
            case=self.case,
            by=self.request.user,
            sent_at=moment_on(data["sent_on"], now=now, not_before=not_before),
            channel=data["channel"],
            at=now,
        )


class CloseView(CaseActionView):
    """Close the case with a reason."""

    action = Action.CLOSE_CASE
    form_class = CloseForm
    title = "Close the case"
    button = "Close the case"
    done = "The case is closed"

    def form_options(self) -> dict[str, Any]:
        return {"reasons": closure_reasons(self.case)}

    def details(self) -> list[tuple[str, str]]:
        return [
            ("Case", f"{self.case.reference}: {self.case.headline}"),
            ("Where it stands", self.case.state_label),
        ]

    def perform(self, form: CloseForm) -> None:
        data = form.cleaned_data
        close_case(
            case=self.case,
            by=self.request.user,
            because=data["because"],
            duties_heeded=form.duties_heeded(),
            note=data["note"],
        )
