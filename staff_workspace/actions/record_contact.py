"""Record that somebody spoke with, or wrote to, the person."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy import first_steps
from staff_workspace.policy.lifecycle import NotAllowed

CHANNELS = {"phone": "telephone", "in_person": "a visit", "email": "e-mail", "letter": "letter"}


def record_contact(
    *,
    case: Case,
    by: AbstractBaseUser,
    on: datetime,
    channel: str,
    reached: bool,
    covered: list[str],
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record a contact on ``channel``; the first that reached the person is the first contact.

    ``covered`` are the points of the first conversation that were spoken of. Raises NotAllowed for
    an anonymous case and for a moment before the case arrived or in the future.
    """
    with case_step(
        case=case, by=by, action=Action.RECORD_CONTACT, verb="record_contact", at=at or on
    ) as step:
        if step.case.anonymous:
            raise NotAllowed("The complaint is anonymous: nobody is known who could be contacted")
        step.require_in_time(on, what="The contact")
        first = reached and not step.case.events.filter(name="first_contact").exists()
        name = "first_contact" if first else "contact" if reached else "contact_tried"
        title = {
            "first_contact": f"First contact, by {CHANNELS[channel]}",
            "contact": f"Contact by {CHANNELS[channel]}",
            "contact_tried": f"Tried to reach the person by {CHANNELS[channel]}",
        }[name]
        spoken = [first_steps.POINTS[key] for key in covered]
        detail = " ".join([f"Spoken of: {'; '.join(spoken)}."] * bool(spoken) + [note]).strip()
        step.happened(name, title, at=on, detail=detail)
