"""The restriction that stands on somebody's contact, on their case and on every other of theirs."""

from datetime import date

from django.db.models import Q

from staff_workspace.models import Case, ContactRestriction
from staff_workspace.policy.reasons import say
from staff_workspace.queries.electronic_consents import email_address


def standing_restriction(case: Case, *, today: date) -> ContactRestriction | None:
    """The restriction decided on this case that holds today, if any."""
    return case.contact_restrictions.filter(_standing(today)).first()


def restriction_shown(case: Case, *, today: date) -> str:
    """What staff see on every case of the person in this body, or "" (VX-5).

    It says the day of the review and no more: another case of the person stays unnamed.
    """
    theirs = Q(case=case)
    address = email_address(case)
    if address:
        theirs |= Q(
            case__body=case.body,
            case__parties__role="complainant",
            case__parties__email__iexact=address,
        )
    found = ContactRestriction.objects.filter(theirs).filter(_standing(today)).first()
    if found is None:
        return ""
    return f"Contact is restricted. To be looked at again on {say(found.review_on)}."


def _standing(today: date) -> Q:
    ended = Q(ended_on=None) | Q(ended_on__gt=today)
    return Q(decided_on__lte=today) & ended & (Q(ends_on=None) | Q(ends_on__gte=today))
