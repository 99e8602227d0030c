"""Write to the person who complained, on "your complaint"."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step, display_name
from staff_workspace.actions.tell_of_message import put_notice
from staff_workspace.models import Case, Message, Task
from staff_workspace.policy.lifecycle import NotAllowed


def send_message(
    *, case: Case, by: AbstractBaseUser, text: str, at: datetime | None = None
) -> Message:
    """Send ``text``; the person reads it under the writer's name. What they wrote is answered by it.

    They are told by e-mail that something waits, where they agreed to that and contact is safe.
    Raises NotAllowed for a case without a receipt: nobody could read it.
    """
    with case_step(case=case, by=by, action=Action.MESSAGE, verb="send_message", at=at) as step:
        if step.case.submission_id is None:
            raise NotAllowed("Nobody can open this case online. Write a letter or call")
        message = Message.objects.create(
            case=step.case,
            from_person=False,
            text=text,
            sent_at=step.at,
            sent_by=by,
            signed=display_name(by),
        )
        unread = step.case.messages.filter(from_person=True, read_at=None)
        unread.update(read_at=step.at)
        close_tasks(step.case, Task.Kind.MESSAGE, by=by, at=step.at)
        step.happened("message_out", "Message to the person", detail=text)
        put_notice(step.case)
    return message
