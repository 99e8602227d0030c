"""The screens around handling: who, contacts, agreed dates, notes, elected people."""

from typing import Any

from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.agree_date import agree_date, promised_date
from staff_workspace.actions.assign_case import assign_case, team_of
from staff_workspace.actions.name_elected_official import name_elected_official
from staff_workspace.actions.record_contact import record_contact
from staff_workspace.actions.write_note import write_note
from staff_workspace.forms.handling import (
    AgreeDateForm,
    AssignForm,
    ContactForm,
    ElectedOfficialForm,
    NoteForm,
)
from staff_workspace.policy.reasons import say
from staff_workspace.views.case_action import CaseActionView


class AssignView(CaseActionView):
    """Give the case to somebody of its team."""

    action = Action.ASSIGN
    form_class = AssignForm
    title = "Give the case to a handler"
    button = "Give them the case"
    done = "The case has its handler"

    def form_options(self) -> dict[str, Any]:
        return {"team": team_of(self.case)}

    def details(self) -> list[tuple[str, str]]:
        now = self.case.handler.staff_member.name if self.case.handler else "nobody"
        return [("Team", self.case.owner_team.name), ("Handler now", now)]

    def perform(self, form: AssignForm) -> None:
        data = form.cleaned_data
        chosen = {str(m.pk): m for m in team_of(self.case)}[data["member"]]
        assign_case(case=self.case, by=self.request.user, to=chosen, note=data["note"])


class ContactView(CaseActionView):
    """Record a contact with the person."""

    action = Action.RECORD_CONTACT
    form_class = ContactForm
    title = "Record a contact"
    button = "Record the contact"
    done = "The contact is recorded"

    def form_options(self) -> dict[str, Any]:
        return {"points": self.case.profile.acknowledgement.conversation.in_force}

    def initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def perform(self, form: ContactForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        record_contact(
            case=self.case,
            by=self.request.user,
            on=self.moment(data["on"], now),
            channel=data["channel"],
            reached=data["reached"] == "yes",
            covered=data.get("covered") or [],
            note=data["note"],
            at=now,
        )


class AgreeDateView(CaseActionView):
    """Agree on the day of the response."""

    action = Action.AGREE_DATES
    form_class = AgreeDateForm
    title = "Agree a date for the response"
    button = "Save the date"
    done = "The agreed date is saved"

    def initial(self) -> dict[str, Any]:
        people = {party.role: party for party in self.case.parties.all()}
        name = people["complainant"].name if "complainant" in people else ""
        return {"agreed_on": timezone.localdate(), "agreed_with": name}

    def details(self) -> list[tuple[str, str]]:
        promised, limit = promised_date(self.case), self.case.statutory_due
        rows = [("Response due now", say(promised) if promised else "no date yet")]
        if limit and not self.case.responded_at:
            rows.append(("Legal limit", f"{say(limit)}: a later date is agreed by then"))
        return rows

    def perform(self, form: AgreeDateForm) -> None:
        now, data = timezone.now(), form.cleaned_data
        agree_date(
            case=self.case,
            by=self.request.user,
            new=data["new"],
            agreed_with=data["agreed_with"],
            agreed_at=self.moment(data["agreed_on"], now),
            channel=data["channel"],
            reason=data["reason"],
            at=now,
        )


class NoteView(CaseActionView):
    """Write a note for colleagues."""

    action = Action.NOTE
    form_class = NoteForm
    title = "Write an internal note"
    button = "Save the note"
    done = "The note is in the timeline"

    def perform(self, form: NoteForm) -> None:
        write_note(case=self.case, by=self.request.user, text=form.cleaned_data["text"])


class ElectedOfficialView(CaseActionView):
    """Say that an elected person brought the case as well."""

    action = Action.GRADE
    form_class = ElectedOfficialForm
    title = "An elected official wrote as well"
    button = "Save"
    done = "The enquiry of the elected official is recorded"

    def initial(self) -> dict[str, Any]:
        case = self.case
        return {
            "elected_as": case.elected_as,
            "name": case.elected_name,
            "reference": case.elected_reference,
        }

    def perform(self, form: ElectedOfficialForm) -> None:
        data = form.cleaned_data
        name_elected_official(
            case=self.case,
            by=self.request.user,
            elected_as=data["elected_as"],
            name=data["name"],
            reference=data["reference"],
        )
