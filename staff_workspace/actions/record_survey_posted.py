"""Record that the survey was posted to the person, or why not (SV-1)."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.ask_how_it_was import way_of
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Task
from staff_workspace.models.case_event import SURVEY_ASKED
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.survey import Way


def record_survey_posted(
    *, case: Case, by: AbstractBaseUser, posted: bool, note: str = "", at: datetime | None = None
) -> None:
    """Take the task off Today; only what was posted counts as asked.

    Raises NotAllowed where nothing waits, where nothing was posted and no reason is given, or
    where since the task was made no way to ask them is safe any more.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.MESSAGE,
        verb="finish_task",
        at=at,
        audited={"task": Task.Kind.SURVEY, "posted": posted},
    ) as step:
        if not posted and not note.strip():
            raise NotAllowed("Say why the survey is not sent")
        if posted and way_of(step.case, at=step.at) is None:
            raise NotAllowed("There is no safe way to ask them any more: say why it is not sent")
        if not close_tasks(step.case, Task.Kind.SURVEY, by=by, at=step.at):
            raise NotAllowed("This is done already")
        if posted:
            step.happened(SURVEY_ASKED, f"Asked {Way.POST} how it was for them", detail=note)
        else:
            step.happened("survey_not_sent", "Not asked how it was for them", detail=note)
