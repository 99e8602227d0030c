"""Keep the letter of an elected official itself with the case."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile

from feedback_forms.rules.kinds import Purpose
from permissions.rules.actions import Action
from staff_workspace.actions.attach_scan import attach_scan
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.elected_official import ORIGINAL, is_elected, original_kept


def keep_original(
    *, case: Case, by: AbstractBaseUser, letter: UploadedFile, at: datetime | None = None
) -> None:
    """Take ``letter`` through the pipeline of everybody's files and keep it (MP-3).

    Raises NotAllowed where nobody elected wrote, and for a second original; FileRefused in words.
    """
    with case_step(
        case=case, by=by, action=Action.GRADE, verb="name_elected_official", at=at
    ) as step:
        if not is_elected(step.case):
            raise NotAllowed("No elected official wrote about this case")
        if original_kept(step.case):
            raise NotAllowed("The original is kept already")
        attach_scan(
            case=step.case, upload=letter, at=step.at, purpose=Purpose.SUPPORTING, key=ORIGINAL
        )
        step.happened("original_kept", "The letter of the elected official is kept")
