"""The person says how they may be reached, what is not safe, and whether by e-mail."""

from dataclasses import dataclass
from datetime import datetime

from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.actions.record_email_consent import set_email_consent
from staff_workspace.models import Case, Party, Task


@dataclass(frozen=True)
class ContactWishes:
    """How somebody wants to be reached; ``not_safe`` in their words, "" for nothing to heed."""

    preference: str
    email: str
    phone: str
    not_safe: str
    email_agreed: bool


def change_contact(
    *, case: Case, by: Complainant, wishes: ContactWishes, at: datetime | None = None
) -> None:
    """Keep the wishes; that they changed is in the timeline (regulation 15).

    Consent to e-mail belongs to an address: a new address is agreed to anew.
    """
    with complainant_step(case=case, by=by, verb="change_contact", at=at) as step:
        party = step.case.parties.filter(role=Party.Role.COMPLAINANT).first()
        party = party or Party(case=step.case, role=Party.Role.COMPLAINANT)
        changes = _changes(step.case, party, wishes)
        step.case.contact_preference = wishes.preference
        step.case.safe_contact = wishes.not_safe
        if party.email != wishes.email:
            set_email_consent(step.case, address=party.email, given=False, at=step.at, by=None)
        party.email, party.phone = wishes.email, wishes.phone
        party.save()
        agreed = wishes.email_agreed and bool(wishes.email)
        if set_email_consent(step.case, address=wishes.email, given=agreed, at=step.at, by=None):
            changes.append("Agreed to e-mail." if agreed else "No e-mail any more.")
        step.happened(
            "contact_changed", "The person changed how to reach them", detail="\n".join(changes)
        )
        step.makes_work(Task.Kind.CONTACT)


def _changes(case: Case, party: Party, wishes: ContactWishes) -> list[str]:
    """What is different, in words; notes, addresses and numbers stand where they are guarded."""
    pairs = (
        ("A new preference", case.contact_preference, wishes.preference),
        ("A new note on safe contact", case.safe_contact, wishes.not_safe),
        ("A new e-mail address", party.email, wishes.email),
        ("A new number", party.phone, wishes.phone),
    )
    return [f"{words}." for words, old, new in pairs if old != new]
