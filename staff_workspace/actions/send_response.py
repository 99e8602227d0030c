"""Record that the signed response was sent: only this stops the response clocks."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.ask_how_it_was import ask_how_it_was
from staff_workspace.actions.record_email_consent import require_email_consent
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.several_bodies import may_answer
from staff_workspace.policy.survey import Moment
from staff_workspace.queries.sharing_consent import shares_of_case

CHANNELS = {"post": "post", "email": "secure e-mail"}


def send_response(
    *,
    case: Case,
    by: AbstractBaseUser,
    sent_at: datetime,
    channel: str,
    at: datetime | None = None,
) -> None:
    """Record the sending; NotAllowed while authority or consent for the reply is missing.

    By e-mail only where the person agreed to that address (regulation 15); while another
    organisation has still to answer, not as the whole response (MO-1).
    """
    at = at or sent_at
    with case_step(
        case=case, by=by, action=Action.SEND_RESPONSE, verb="send_response", at=at
    ) as step:
        response = step.case.responses.first()
        if response is None or response.signed_at is None:
            raise NotAllowed("There is no signed response to send")
        if sent_at < response.signed_at or sent_at > at:
            raise NotAllowed("The response must be sent after it was signed and not later than now")
        require_email_consent(step.case, channel=channel, at=sent_at)
        shares = shares_of_case(step.case)
        whole, why = may_answer(step.case.profile, shares, person_wants_partial=False)
        if not whole:
            raise NotAllowed(why)
        response.sent_at = sent_at
        response.sent_by = by
        response.sent_by_post = channel == "post"
        response.save(update_fields=["sent_at", "sent_by", "sent_by_post"])
        # A further reply after reopening leaves the day of the first one as it was (RO-2).
        step.case.responded_at = step.case.responded_at or sent_at
        step.happened("final_response_sent", f"Response sent by {CHANNELS[channel]}", at=sent_at)
        ask_how_it_was(step, Moment.ANSWERED)
