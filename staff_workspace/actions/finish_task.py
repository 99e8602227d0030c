"""Mark work that came from outside as done, where nothing else says so."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step
from staff_workspace.models import Task
from staff_workspace.policy.lifecycle import NotAllowed


def finish_task(
    *, task: Task, by: AbstractBaseUser, note: str = "", at: datetime | None = None
) -> None:
    """Take the task off Today, with what was done; NotAllowed when it is done already."""
    with case_step(
        case=task.case,
        by=by,
        action=Action.MESSAGE,
        verb="finish_task",
        at=at,
        audited={"task": task.kind},
    ) as step:
        if not close_tasks(step.case, Task.Kind(task.kind), by=by, at=step.at):
            raise NotAllowed("This is done already")
        if task.kind == Task.Kind.MESSAGE:
            step.case.messages.filter(from_person=True, read_at=None).update(read_at=step.at)
        step.happened("task_done", f"Done: {task.get_kind_display()}", detail=note)
