"""Whether a case's person may be written to by e-mail."""

from datetime import datetime

from django.utils import timezone

from staff_workspace.models import Case, Party
from staff_workspace.policy.electronic_communication import may_send


def email_address(case: Case) -> str:
    """The address of whoever complained, or ""."""
    party = case.parties.filter(role=Party.Role.COMPLAINANT).first()
    return party.email if party else ""


def against_email(case: Case, *, at: datetime) -> str:
    """What speaks against e-mail at that moment, in words, or "" (regulation 15)."""
    address = email_address(case)
    if not address:
        return "There is no e-mail address of this person: send it by post."
    consents = [consent.as_rule() for consent in case.electronic_consents.all()]
    return may_send(consents, address=address, on=timezone.localdate(at))[1]
