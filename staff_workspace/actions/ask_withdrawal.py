"""The person stops the complaint."""

from datetime import datetime

from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Case, Task
from staff_workspace.policy.lifecycle import NotAllowed


def ask_withdrawal(
    *, case: Case, by: Complainant, why: str = "", at: datetime | None = None
) -> None:
    """Withdraw it, in writing and at any stage (WD-1): nobody waits for an answer from now on.

    Staff finish it: they tell those who were complained about, and decide whether to look on into
    what they know. Raises NotAllowed the second time.
    """
    with complainant_step(case=case, by=by, verb="ask_withdrawal", at=at) as step:
        if step.case.withdrawn_at:
            raise NotAllowed("You have stopped this already")
        step.case.withdrawn_at = step.at
        step.happened("withdrawn", "Withdrawn in writing, online", detail=why)
        step.makes_work(Task.Kind.WITHDRAWAL)
