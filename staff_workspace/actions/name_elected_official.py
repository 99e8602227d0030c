"""Record that an elected person brought the case as well, so that their dates run too."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.elected_officials import Enquirer, in_scope
from staff_workspace.policy.lifecycle import NotAllowed

WORDS: dict[Enquirer, str] = {
    "mp": "Member of Parliament",
    "elected_official": "other elected official",
}


def name_elected_official(
    *,
    case: Case,
    by: AbstractBaseUser,
    elected_as: Enquirer,
    name: str,
    reference: str = "",
    at: datetime | None = None,
) -> None:
    """Add the enquiry of an elected person as a further kind; the case's own kind stays.

    Raises NotAllowed where the policy has no procedure for this kind of elected person.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.GRADE,
        verb="name_elected_official",
        at=at,
        audited={"elected_as": elected_as},
    ) as step:
        if not in_scope(step.case.profile, elected_as):
            raise NotAllowed("The policy has no procedure for this kind of elected person")
        step.case.elected_as = elected_as
        step.case.elected_name = name
        step.case.elected_reference = reference
        title = f"Also an enquiry by a {WORDS[elected_as]}".replace("a other", "another")
        step.happened("elected_official", title, detail=name)
