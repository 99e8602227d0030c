"""Sign the response: a second person, in the role that the policy names."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.keep_document import keep_document
from staff_workspace.actions.step import case_step
from staff_workspace.documents import letters
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.letterhead import branding_of
from staff_workspace.queries.response_letter import response_letter


def sign_response(
    *,
    case: Case,
    by: AbstractBaseUser,
    version: int,
    as_deputy: bool = False,
    at: datetime | None = None,
) -> None:
    """Sign the draft that was read and make the letter; from here on its text is final.

    ``version`` is the one that the signatory had before them. Raises NotAllowed when there is a
    newer one by now, for whoever drafted it (QA-5), for a deputy where the body has none and
    outside sign-off. ``as_deputy`` is recorded: they sign for the one who signs for this body.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.SIGN_RESPONSE,
        verb="sign_response",
        at=at,
        audited={"version": version, "as_deputy": as_deputy},
    ) as step:
        response = step.case.responses.first()
        if response is None or response.version != version:
            raise NotAllowed("The letter has changed since you opened it. Read it again, then sign")
        # Asked before the letter is made, so that a refusal leaves no signed letter behind.
        step.facts = {"signer_holds_role": not as_deputy, "signer_is_named_deputy": as_deputy}
        step.leads_to()
        response.signed_by = by
        response.signed_title = by.staff_member.job_title
        response.signed_as_deputy = as_deputy
        response.signed_at = step.at
        letter = response_letter(response, on=timezone.localdate(step.at))
        response.document = keep_document(
            case=step.case,
            by=by,
            kind="response",
            title=f"Response, version {response.version}",
            content=letters.render(letter, branding_of(step.case.body, step.case.profile)),
            at=step.at,
        )
        response.save()
        deputy = ", as nominated deputy" if as_deputy else ""
        step.happened("signed", f"Response signed by {by.staff_member}{deputy}")
