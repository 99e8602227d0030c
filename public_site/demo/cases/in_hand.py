"""A case in hand: its story, its people and the moment of a step."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from public_site.demo.cases.stories import Story
from public_site.demo.diary import Diary
from staff_workspace.models import Case


@dataclass(frozen=True)
class Staff:
    """Who does what on a case. ``head`` checks drafts; ``governance`` approves what is complex."""

    officer: User
    head: User
    governance: User
    signatory: User
    colleague: User


@dataclass(frozen=True)
class Work:
    """A case in hand at one moment."""

    case: Case
    story: Story
    staff: Staff
    at: datetime
    diary: Diary
