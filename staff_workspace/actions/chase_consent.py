"""Ask again for consent that has not come in."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Consent
from staff_workspace.policy.lifecycle import NotAllowed

CHANNELS = {"letter": "by letter", "email": "by e-mail", "phone": "by telephone"}


def chase_consent(
    *,
    case: Case,
    by: AbstractBaseUser,
    asked_at: datetime,
    channel: str,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record the reminder; NotAllowed when nothing is being waited for, or for a wrong moment."""
    with case_step(
        case=case, by=by, action=Action.ARRANGE_CONSENT, verb="chase_consent", at=at or asked_at
    ) as step:
        waiting = step.case.consents.filter(answer=Consent.Answer.WAITING).last()
        if waiting is None:
            raise NotAllowed("No consent is being waited for")
        if asked_at < waiting.requested_at or asked_at > step.at:
            raise NotAllowed("The reminder must be after the first request and not later than now")
        waiting.chased_on = [*waiting.chased_on, timezone.localdate(asked_at).isoformat()]
        waiting.save()
        step.happened(
            "consent_chased",
            f"{waiting.giver} asked again for consent, {CHANNELS[channel]}"[:160],
            at=asked_at,
            detail=note,
        )
