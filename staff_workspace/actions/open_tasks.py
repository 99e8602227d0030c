"""Put work that came from outside onto Today, once for as long as it waits."""

from datetime import datetime
from typing import Any

from staff_workspace.models import Case, Task


def open_task(case: Case, kind: Task.Kind, *, at: datetime) -> Task:
    """The task of that kind that waits on ``case``; called inside an action."""
    task, _ = Task.objects.get_or_create(
        case=case, kind=kind, done_at=None, defaults={"made_at": at}
    )
    return task


def close_tasks(case: Case, *kinds: Task.Kind, by: Any, at: datetime) -> int:
    """Mark the waiting tasks of these kinds as done; how many there were."""
    waiting = case.tasks.filter(kind__in=kinds, done_at=None)
    return waiting.update(done_at=at, done_by=by)
