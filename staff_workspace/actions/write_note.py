"""Write an internal note into the timeline."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case


def write_note(*, case: Case, by: AbstractBaseUser, text: str, at: datetime | None = None) -> None:
    """Add ``text`` for colleagues; it is never shown to the person and moves no clock."""
    with case_step(case=case, by=by, action=Action.NOTE, verb="note", at=at) as step:
        step.happened("note", "Internal note", detail=text)
