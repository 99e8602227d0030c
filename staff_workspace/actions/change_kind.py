"""Change what a case is, as a comment or a letter of claim; a wish for a complaint always wins."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.intake import KINDS, kind_of
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.parameters.timing import Kind


def change_kind(
    *,
    case: Case,
    by: AbstractBaseUser,
    wished: Kind,
    staff_advise: Kind | None,
    reason: str,
    at: datetime | None = None,
) -> tuple[str, ...]:
    """Make the case what the person wishes it to be; its dates follow from the new kind.

    ``staff_advise`` is what staff think right: they may recommend a complaint, never less. Returns
    what the person has to be told. Raises NotAllowed when the case is of that kind already.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.GRADE,
        verb="change_kind",
        at=at,
        audited={"wished": wished, "staff_advise": staff_advise or ""},
    ) as step:
        choice = kind_of(wished=wished, staff_advise=staff_advise)
        if choice.kind == step.case.kind:
            raise NotAllowed(f"This case is of that kind already: {KINDS[choice.kind].lower()}")
        was, called = KINDS[step.case.kind], step.case.get_kind_display()
        step.case.kind = choice.kind
        step.case.headline = step.case.headline.replace(called, step.case.get_kind_display(), 1)
        step.happened(
            "kind_changed",
            f"{was} now dealt with as: {KINDS[choice.kind].lower()}",
            detail="\n".join((reason, *(f"Tell the person: {words}" for words in choice.tell))),
        )
    return choice.tell
