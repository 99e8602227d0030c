"""Amend the letter while checking it: a new version, so that the approval is of what was read."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.approve_draft import version_that_was_read
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Response
from staff_workspace.policy.lifecycle import NotAllowed


def amend_draft(
    *, case: Case, by: AbstractBaseUser, version: int, text: str, at: datetime | None = None
) -> Response:
    """Save ``text`` as the next version; its author stays the drafter, and the amender is kept.

    Raises NotAllowed when there is a newer version than the one that was read, when nothing
    changed, and for the drafter.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.APPROVE_DRAFT,
        verb="amend_draft",
        at=at,
        audited={"version": version},
    ) as step:
        read = version_that_was_read(step.case, version)
        if read.drafted_by_id == by.pk:
            raise NotAllowed("You drafted this response. Send it back to change it")
        if read.text == text:
            raise NotAllowed("Nothing was changed")
        amended = Response.objects.create(
            case=step.case,
            version=read.version + 1,
            text=text,
            elements=read.elements,
            drafted_by=read.drafted_by,
            drafted_at=read.drafted_at,
            amended_by=by,
            submitted_at=read.submitted_at,
        )
        step.happened("draft_amended", f"Draft amended (version {amended.version})")
    return amended
