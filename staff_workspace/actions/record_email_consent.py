"""Record that somebody lets us write to them by e-mail, or does not any more."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, ElectronicConsent
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.electronic_consents import against_email, email_address


def record_email_consent(
    *,
    case: Case,
    by: AbstractBaseUser,
    given: bool,
    on: datetime,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record the consent to the address on the case, or its withdrawal (regulation 15).

    Raises NotAllowed where there is no address, nothing to withdraw, or a consent already.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.RECORD_CONTACT,
        verb="record_email_consent",
        at=at or on,
        audited={"given": given},
    ) as step:
        step.require_in_time(on, what="The answer")
        address = email_address(step.case)
        if not address:
            raise NotAllowed("There is no e-mail address of this person")
        standing = step.case.electronic_consents.filter(withdrawn_at=None)
        if given and not against_email(step.case, at=on):
            raise NotAllowed("The person has agreed to this address already")
        if not given and not standing.exists():
            raise NotAllowed("There is no consent that could be withdrawn")
        set_email_consent(step.case, address=address, given=given, at=on, by=by)
        title = "Agreed to letters by e-mail" if given else "Withdrew the consent to e-mail"
        step.happened("email_consent", title, at=on, detail=note)


def set_email_consent(
    case: Case, *, address: str, given: bool, at: datetime, by: AbstractBaseUser | None
) -> bool:
    """Begin the consent to ``address``, or end every one that stands; whether anything changed.

    Called inside an action.
    """
    standing = case.electronic_consents.filter(withdrawn_at=None)
    if not given:
        return bool(standing.update(withdrawn_at=at))
    if standing.filter(address__iexact=address.strip()).exists():
        return False
    ElectronicConsent.objects.create(case=case, address=address, given_at=at, recorded_by=by)
    return True


def require_email_consent(case: Case, *, channel: str, at: datetime) -> None:
    """Raise NotAllowed for ``channel`` e-mail without the person's consent."""
    refused = against_email(case, at=at) if channel == "email" else ""
    if refused:
        raise NotAllowed(refused)
