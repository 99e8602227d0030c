"""Open a case again for further questions: the same case, with a clock of its own."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Task
from staff_workspace.policy import reopening
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.roles import canonical_roles


def reopen_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    asked_at: datetime,
    questions: str,
    new_matter: bool,
    left_to_answer: bool,
    answered_by: str,
    at: datetime | None = None,
) -> None:
    """Reopen for ``questions`` that are open, with who answers them now (RO-1, RO-2).

    The day of receipt stays, and the case is not received a second time. Raises NotAllowed for
    somebody who does not decide this, for a new matter, and where everything has been answered.
    """
    with case_step(
        case=case, by=by, action=Action.REOPEN, verb="reopen", at=at or asked_at
    ) as step:
        step.require_in_time(asked_at, what="The letter with the questions")
        refused = reopening.may_decide(step.case.profile, canonical_roles(by, step.case, step.at))
        if refused:
            raise NotAllowed(refused)
        course = reopening.further_questions(
            step.case.profile, new_matter=new_matter, anything_left_to_answer=left_to_answer
        )
        if course.course == "new_case":
            raise NotAllowed(f"{course.because} Open a new one for it")
        if course.course == "ombudsman":
            raise NotAllowed(f"{course.because} Tell the person that the ombudsman is next")
        _open_again(step.case)
        close_tasks(step.case, Task.Kind.REOPENING, by=by, at=step.at)
        step.happened(
            "reopened",
            "Opened again: further questions",
            at=asked_at,
            detail=f"{questions} To be answered by: {answered_by}.",
        )


def _open_again(case: Case) -> None:
    case.reopened = True
    case.closed_at, case.closed_because, case.withdrawn_at = None, "", None
