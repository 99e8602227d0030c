"""Approve the draft before it is signed: by another person, of the version that they read."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step, display_name
from staff_workspace.models import Case, Response, ResponseApproval
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.profile import Profile


def approve_draft(
    *,
    case: Case,
    by: AbstractBaseUser,
    version: int,
    as_deputy: bool = False,
    note: str = "",
    at: datetime | None = None,
) -> ResponseApproval:
    """Approve at the stage that the case is in: the check, or the further approval (QA-1 to QA-3).

    ``version`` is the one that was read. Raises NotAllowed when there is a newer one by now, for
    whoever drafted it, and at the further approval for whoever checked it (QA-5). ``as_deputy``
    is recorded: they approve for the holder of the role.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.APPROVE_DRAFT,
        verb="approve_draft",
        at=at,
        audited={"version": version, "as_deputy": as_deputy},
    ) as step:
        response = version_that_was_read(step.case, version)
        role = approver_title(step.case.profile, step.case.state)
        target = step.leads_to()
        approval = ResponseApproval.objects.create(
            case=step.case,
            response=response,
            stage=step.case.state,
            approved_by=by,
            approved_name=display_name(by),
            approved_title=by.staff_member.job_title,
            as_deputy_of=role if as_deputy else "",
            note=note,
            approved_at=step.at,
        )
        whose = f"as deputy of the {role}" if as_deputy else f"as {role}"
        # Only what is released for signature ends the time after which a draft is taken higher.
        name = "draft_approved" if target == "sign_off" else "draft_checked"
        step.happened(name, f"Version {version} approved {whose}"[:160], detail=note)
    return approval


def version_that_was_read(case: Case, version: int) -> Response:
    """The latest version; NotAllowed when it is not the one that the person had before them."""
    response = case.responses.first()
    if response is None or response.version != version:
        raise NotAllowed("The letter has changed since you opened it. Read it again")
    return response


def approver_title(profile: Profile, state: str) -> str:
    """The body's title of the role that approves in this state."""
    own = profile.sign_off
    role = own.extra_approver.in_force if state == "further_approval" else own.qa_role.in_force
    return profile.role_title(role or own.signatory.in_force)
