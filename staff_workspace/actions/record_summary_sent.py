"""Record that the written summary of the complaint went out, for the person to confirm."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.actions.tell_of_message import put_notice
from staff_workspace.models import Case, ComplaintSummary
from staff_workspace.policy.lifecycle import NotAllowed

CHANNELS = {
    "letter": "by letter",
    "email": "by e-mail",
    "online": "on the page “your complaint”",
}


def record_summary_sent(
    *,
    case: Case,
    by: AbstractBaseUser,
    sent_at: datetime,
    channel: str,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record one attempt (CC-1); NotAllowed once it is confirmed, or after the last attempt that
    the policy asks for."""
    with case_step(
        case=case,
        by=by,
        action=Action.CONFIRM_SUMMARY,
        verb="record_summary_sent",
        at=at or sent_at,
    ) as step:
        step.require_in_time(sent_at, what="The sending")
        if step.case.anonymous:
            raise NotAllowed("The complaint is anonymous: there is nobody to send a summary to")
        if step.case.events.filter(name="summary_confirmed").exists():
            raise NotAllowed("The person has confirmed the summary")
        if channel == "online" and not step.case.issues.exists():
            raise NotAllowed("Add the points first: they are the summary that the person reads")
        attempts = step.case.profile.consent_timing.confirm_attempts.in_force or 0
        made = step.case.events.filter(name="summary_sent").count()
        if made >= attempts:
            raise NotAllowed(
                f"The policy asks for {attempts} attempts, and they were made. Record the answer, "
                "or close the case when the time for it has passed"
            )
        step.happened(
            "summary_sent",
            f"Summary sent {CHANNELS[channel]} (attempt {made + 1} of {attempts})",
            at=sent_at,
            detail=note,
        )
        ComplaintSummary.objects.create(
            case=step.case,
            points=list(step.case.issues.order_by("number").values_list("point", flat=True)),
            sent_at=sent_at,
            channel=channel,
        )
        if channel == "online":
            put_notice(step.case)
