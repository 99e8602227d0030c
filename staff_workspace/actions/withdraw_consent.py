"""Record that somebody withdrew a consent, so that nothing more is shared under it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Consent
from staff_workspace.policy.lifecycle import NotAllowed


def withdraw_consent(
    *,
    consent: Consent,
    by: AbstractBaseUser,
    withdrawn_at: datetime,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """End the consent on the day of ``withdrawn_at``; that it was given stays on record.

    Raises NotAllowed where it is not in force, and for a moment before it was given or later than
    now.
    """
    with case_step(
        case=consent.case,
        by=by,
        action=Action.ARRANGE_CONSENT,
        verb="withdraw_consent",
        at=at or withdrawn_at,
        audited={"consent": consent.pk},
    ) as step:
        consent.refresh_from_db()
        if consent.answer != Consent.Answer.SIGNED or consent.answered_at is None:
            raise NotAllowed("This consent is not in force")
        if withdrawn_at < consent.answered_at or withdrawn_at > step.at:
            raise NotAllowed("It is withdrawn after it was given and not later than now")
        consent.answer = Consent.Answer.WITHDRAWN
        consent.withdrawn_at = withdrawn_at
        consent.save()
        step.happened(
            "consent_withdrawn",
            f"Consent withdrawn by {consent.giver}"[:160],
            at=withdrawn_at,
            detail=note,
        )
