"""The person asks for the case to be opened again, with what is still open."""

from datetime import datetime

from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Case, Task
from staff_workspace.policy.lifecycle import NotAllowed


def ask_reopening(
    *, case: Case, by: Complainant, questions: str, at: datetime | None = None
) -> None:
    """Put the questions before whoever decides (RO-1); NotAllowed while the last ones wait."""
    with complainant_step(case=case, by=by, verb="ask_reopening", at=at) as step:
        if step.case.tasks.filter(kind=Task.Kind.REOPENING, done_at=None).exists():
            raise NotAllowed("You have asked already, and we are looking at it")
        step.happened("reopening_asked", "Asked to open it again", detail=questions)
        step.makes_work(Task.Kind.REOPENING)
