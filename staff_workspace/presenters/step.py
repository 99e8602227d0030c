"""A step on a case: a duty as a verb, with the screen where it is done."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from permissions.rules.actions import Action
from staff_workspace.models import Case


@dataclass(frozen=True)
class Step:
    """A duty as a verb; ``due`` when a clock gives it a day."""

    verb: str
    button: str
    action: Action
    url: str
    why: str = ""
    due: date | None = None
    rule: str = ""


def step_to(case: Case, screen: str, button: str, action: Action, verb: str, **more: Any) -> Step:
    """A step that is taken on the screen of ``case`` with that name."""
    url = reverse(f"staff_workspace:{screen}", args=[case.reference])
    return Step(verb=verb, button=button, action=action, url=url, **more)
