"""Record what another body asked of us about a shared complaint, and what we owe it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import CaseOrganisation
from staff_workspace.policy.co_operation import ASKED, Asked, Request, owed
from staff_workspace.queries.sharing_consent import consent_scope


def answer_other_body(
    *,
    organisation: CaseOrganisation,
    by: AbstractBaseUser,
    asked: Asked,
    relevant: bool = True,
    reasonable: bool = True,
    done: str = "",
    at: datetime | None = None,
) -> tuple[bool, str]:
    """Put the request in the timeline with what regulation 9 makes us do; ``done`` is our answer.

    Returns whether it is owed, and what to do or why not. Whether consent covers the sharing is
    read from the consents of the case.
    """
    with case_step(
        case=organisation.case,
        by=by,
        action=Action.RECORD_FINDINGS,
        verb="work_with_organisation",
        at=at,
        audited={"organisation": organisation.pk, "asked": asked},
    ) as step:
        covered = bool(consent_scope(organisation))
        request = Request(asked, relevant=relevant, reasonable=reasonable, consent=covered)
        must, what = owed(request)
        step.happened(
            "other_body_asked",
            f"{organisation.name} asks us {ASKED[asked]}",
            detail=f"{what}\n{done}".strip(),
        )
    return must, what
