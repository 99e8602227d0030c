"""Record that the person got a reply to a part, while others still look into the rest."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.record_email_consent import require_email_consent
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed

CHANNELS = {"post": "post", "email": "secure e-mail"}


def send_partial_response(
    *,
    case: Case,
    by: AbstractBaseUser,
    sent_at: datetime,
    channel: str,
    answers: str,
    person_wants_it: bool,
    at: datetime | None = None,
) -> None:
    """Record the partial reply; it stops no clock, and the whole response is still owed (PP-37).

    Raises NotAllowed unless the person took up the offer, and where a whole response could not be
    sent either for want of authority or consent.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.SEND_RESPONSE,
        verb="send_partial_response",
        at=at or sent_at,
    ) as step:
        step.require_in_time(sent_at, what="The sending")
        require_email_consent(step.case, channel=channel, at=sent_at)
        if not person_wants_it:
            raise NotAllowed("A partial reply is for people who chose it when it was offered")
        step.happened(
            "partial_response_sent",
            f"Reply to a part sent by {CHANNELS[channel]}",
            at=sent_at,
            detail=answers,
        )
