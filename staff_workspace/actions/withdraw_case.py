"""Record that the person withdrew the complaint."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.ask_how_it_was import ask_how_it_was
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.survey import Moment
from staff_workspace.policy.withdrawal import withdraw

WAYS = {"orally": "orally", "in_writing": "in writing"}


def withdraw_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    withdrawn_at: datetime,
    way: str,
    told_those_named: bool,
    enough_to_review: bool = False,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record the withdrawal, orally or in writing, at any stage (WD-1).

    What the person withdrew online is finished here. The case closes, or is looked into all the same where the body does so and knows enough.
    Raises NotAllowed while those complained about do not know, where the policy tells them.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.WITHDRAW,
        verb="withdraw",
        at=at or withdrawn_at,
        audited={"way": way},
    ) as step:
        step.require_in_time(withdrawn_at, what="The withdrawal")
        online = close_tasks(step.case, Task.Kind.WITHDRAWAL, by=by, at=step.at)
        if step.case.withdrawn_at and not online:
            raise NotAllowed("The withdrawal is recorded already")
        after = withdraw(step.case.profile, enough_information=enough_to_review)
        if after.tell_those_named and not told_those_named:
            raise NotAllowed("Tell those who were complained about first, where they know of it")
        step.case.withdrawn_at = step.case.withdrawn_at or withdrawn_at
        step.facts = {"review_continues": after.review_continues}
        told = " Those complained about were told." if told_those_named else ""
        # What the person did themselves is in the timeline already, at its own moment.
        name, title = ("withdrawn", f"Withdrawn {WAYS[way]}")
        if online:
            name, title = ("withdrawal_finished", "The withdrawal was taken in hand")
        step.happened(name, title, at=withdrawn_at, detail=f"{note}{told}".strip())
        if step.leads_to() == "closed":
            step.case.closed_because, step.case.closed_at = after.close_reason, step.at
            step.happened("closed", "Closed: the person withdrew it")
            ask_how_it_was(step, Moment.CLOSED)
