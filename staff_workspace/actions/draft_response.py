"""Draft the response, or go on with the draft that is there."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Response
from staff_workspace.policy.lifecycle import NotAllowed


def draft_response(
    *,
    case: Case,
    by: AbstractBaseUser,
    text: str,
    elements: dict[str, bool | str],
    based_on: str | None = None,
    at: datetime | None = None,
) -> Response:
    """Save the draft's text and checklist. A draft that was sent back becomes a new version.

    ``based_on`` is the state of the draft (see ``draft_state``) that the writer started from; None
    asks no question. Raises NotAllowed when somebody else has saved it since.
    """
    with case_step(
        case=case, by=by, action=Action.DRAFT_RESPONSE, verb="draft_response", at=at
    ) as step:
        latest = step.case.responses.first()
        if based_on is not None and based_on != draft_state(latest):
            raise NotAllowed(
                "Somebody has saved the draft since you opened it. Keep a copy of your text, open "
                "the draft again and put it in"
            )
        if latest and latest.submitted_at is None:
            latest.text, latest.elements = text, elements
            latest.drafted_by, latest.drafted_at = by, step.at
            latest.save()
            return latest
        response = Response.objects.create(
            case=step.case,
            version=latest.version + 1 if latest else 1,
            text=text,
            elements=elements,
            drafted_by=by,
            drafted_at=step.at,
        )
        step.happened("drafted", f"Response drafted (version {response.version})")
    return response


def draft_state(response: Response | None) -> str:
    """What tells one saved state of the draft from the next."""
    return f"{response.pk} {response.drafted_at.isoformat()}" if response else ""
