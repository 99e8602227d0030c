"""The person who complained writes to the body, with files where there are any."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.files.uploadedfile import UploadedFile

from staff_workspace.actions.attach_files import attach_files, taken_files
from staff_workspace.actions.complainant_step import Complainant, complainant_step
from staff_workspace.models import Case, Message, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.your_complaint import against_message


def write_message(
    *,
    case: Case,
    by: Complainant,
    text: str,
    uploads: Iterable[UploadedFile] = (),
    at: datetime | None = None,
) -> Message:
    """Keep the message for whoever works on the case. Raises NotAllowed for an empty one and
    FileRefused for a file that is not taken; then nothing is kept."""
    with (
        taken_files(uploads) as taken,
        complainant_step(case=case, by=by, verb="write_message", at=at) as step,
    ):
        if refused := against_message(text, files=len(taken)):
            raise NotAllowed(refused)
        if not taken and _sent_just_now(step.case, text, step.at):
            raise NotAllowed("You have sent this message already")
        message = Message.objects.create(
            case=step.case, from_person=True, text=text, sent_at=step.at
        )
        message.files.set(attach_files(step.case, taken, at=step.at))
        step.happened("message_in", "Message from the person", detail=text)
        step.makes_work(Task.Kind.MESSAGE)
    return message


def _sent_just_now(case: Case, text: str, at: datetime) -> bool:
    """Whether the same words came within ten minutes: a form sent twice, not a second message."""
    since = at - timedelta(minutes=10)
    return case.messages.filter(from_person=True, text=text, sent_at__gte=since).exists()
