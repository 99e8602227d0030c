"""How the person may be reached, stopping, and asking to open it again."""

from typing import Any

from staff_workspace.actions.ask_reopening import ask_reopening
from staff_workspace.actions.ask_withdrawal import ask_withdrawal
from staff_workspace.actions.change_contact import ContactWishes, change_contact
from staff_workspace.forms.complainant import ContactForm, ReopenForm, StopForm
from staff_workspace.models import Party
from staff_workspace.policy.withdrawal import withdraw
from staff_workspace.queries.electronic_consents import against_email
from staff_workspace.views.complainant.base import ComplainantFormView


class ContactView(ComplainantFormView):
    """Safe contact, the preferred way, and consent to e-mail."""

    screen = "contact"
    form_class = ContactForm
    title = "How and when we may contact you"
    button = "Save"
    done = "We have noted how to contact you"

    def initial(self) -> dict[str, Any]:
        party = self.case.parties.filter(role=Party.Role.COMPLAINANT).first() or Party()
        refused = against_email(self.case, at=self.now)
        return {
            "preference": self.case.contact_preference,
            "email": party.email,
            "phone": party.phone,
            "email_agreed": "no" if refused else "yes",
            "not_safe": self.case.safe_contact,
        }

    def perform(self, form: ContactForm) -> None:
        data = form.cleaned_data
        wishes = ContactWishes(
            preference=data["preference"],
            email=data["email"],
            phone=data["phone"],
            not_safe=data["not_safe"],
            email_agreed=data["email_agreed"] == "yes",
        )
        change_contact(case=self.case, by=self.by, wishes=wishes, at=self.now)


class StopView(ComplainantFormView):
    """Stop it: what that means is said before, and what still happens."""

    screen = "stop"
    form_class = StopForm
    title = "Stop this"
    button = "Stop it"
    done = "You have stopped it. We have noted the day"
    template = "stop"

    def more(self) -> dict[str, Any]:
        return {"after": withdraw(self.case.profile, enough_information=True)}

    def perform(self, form: StopForm) -> None:
        ask_withdrawal(case=self.case, by=self.by, why=form.cleaned_data["why"], at=self.now)


class ReopenView(ComplainantFormView):
    """Ask for the case to be opened again."""

    screen = "reopen"
    form_class = ReopenForm
    title = "Ask us to look again"
    button = "Send my questions"
    done = "We have your questions, and tell you whether we open it again"
    template = "reopen"

    def perform(self, form: ReopenForm) -> None:
        ask_reopening(
            case=self.case, by=self.by, questions=form.cleaned_data["questions"], at=self.now
        )
