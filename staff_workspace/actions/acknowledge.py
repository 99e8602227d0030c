"""Acknowledge a case: an act of staff, with the offer to discuss how it is handled."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.record_email_consent import require_email_consent
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.channels import SPOKEN
from staff_workspace.policy.lifecycle import NotAllowed

CHANNELS = {"email": "e-mail", "letter": "letter", "phone": "phone call", "in_person": "a visit"}


def acknowledge(
    *,
    case: Case,
    by: AbstractBaseUser,
    sent_at: datetime,
    channel: str,
    offered_discussion: bool,
    copy_sent: bool = False,
    note: str = "",
    recorded_at: datetime | None = None,
) -> None:
    """Record that the complaint was acknowledged on ``channel`` at ``sent_at``.

    ``copy_sent``: with a copy of what was written down of a spoken complaint, which the law asks
    for. Raises NotAllowed without that or the offer to discuss handling and timescale (SI 2009/309 reg 13), for
    e-mail without the person's consent (reg 15), for a spoken acknowledgement where the body's policy wants it written, and for a moment before
    receipt or in the future.
    """
    at = recorded_at or sent_at
    with case_step(case=case, by=by, action=Action.ACKNOWLEDGE, verb="acknowledge", at=at) as step:
        if not offered_discussion:
            raise NotAllowed(
                "An acknowledgement must offer to discuss how the complaint is handled and by when "
                "(regulation 13). A contact without the offer can be noted, but it does not stop "
                "the clock."
            )
        if step.case.channel in SPOKEN and step.case.kind == Case.Kind.COMPLAINT and not copy_sent:
            raise NotAllowed(
                "It was made by word of mouth: send the person a copy of what was written down "
                "(regulation 13)."
            )
        step.require_in_time(sent_at, what="The acknowledgement")
        require_email_consent(step.case, channel=channel, at=sent_at)
        if (
            channel not in ("email", "letter")
            and step.case.profile.acknowledgement.ack_written.in_force
        ):
            raise NotAllowed("This body's policy says that acknowledgements are in writing")
        step.case.acknowledged_at = sent_at
        step.happened(
            "acknowledged",
            f"Acknowledged by {CHANNELS[channel]}, with the offer to discuss",
            at=sent_at,
            detail=note,
        )
