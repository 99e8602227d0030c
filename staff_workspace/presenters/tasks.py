"""Work that came from outside, as steps: for the case, and for Today."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.models import Case, Task, UnmatchedForm
from staff_workspace.presenters.step import Step

MOST_SHOWN = 20
# Kinds that another screen finishes: its name, the button and what it takes.
ELSEWHERE = {
    Task.Kind.MESSAGE: ("messages", "Answer", Action.MESSAGE),
    Task.Kind.DATE: ("set_period", "Set it", Action.AGREE_DATES),
    Task.Kind.WITHDRAWAL: ("withdraw", "Finish it", Action.WITHDRAW),
    Task.Kind.SURVEY: ("survey_posted", "Send it", Action.MESSAGE),
    Task.Kind.REOPENING: ("reopen", "Decide", Action.REOPEN),
}
# Of these the general screen finishes one: a message that needs no answer.
NOT_HERE = ELSEWHERE.keys() - {Task.Kind.MESSAGE}


@dataclass(frozen=True)
class FromOutside:
    """What waits because somebody outside did something."""

    tasks: list[tuple[Case, Step]]
    more: int
    unmatched: int

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.tasks) + self.more + self.unmatched


def task_step(task: Task) -> Step:
    """The task as a verb with the screen where it is done."""
    kind = Task.Kind(task.kind)
    name, button, action = ELSEWHERE.get(kind, ("task", "Look", Action.MESSAGE))
    of_task = [task.pk] if name == "task" else []
    return Step(
        verb=task.get_kind_display(),
        button=button,
        action=action,
        url=reverse(f"staff_workspace:{name}", args=[task.case.reference, *of_task]),
    )


def steps_of(case: Case) -> list[Step]:
    """The steps that people outside have made on ``case``, oldest first."""
    return [task_step(task) for task in case.tasks.filter(done_at=None).select_related("case")]


def from_outside(user: Any, body: Body) -> FromOutside:
    """What waits on the cases that ``user`` writes from, oldest first, and what has no case."""
    waiting = Task.objects.filter(case__body=body, done_at=None).select_related("case")
    found = gate.visible_to(user, waiting, Action.MESSAGE).order_by("made_at", "pk")
    shown = [(task.case, task_step(task)) for task in found[:MOST_SHOWN]]
    forms = UnmatchedForm.objects.filter(body=body, settled_at=None)
    return FromOutside(
        tasks=shown,
        # Counted always, so that a page costs the same whatever waits.
        more=max(0, found.count() - len(shown)),
        unmatched=gate.visible_to(user, forms, Action.MATCH_FORMS).count(),
    )
