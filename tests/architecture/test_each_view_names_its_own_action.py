"""What a screen needs stands in its own class, where whoever changes the screen reads it.

A screen that takes over the action of its base shows what somebody else had in mind: the forms
about a case were once shown, with telephone and e-mail, to everybody who may see the case.
"""

import pytest
from django.urls import URLPattern

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.views.case_base import CaseView
from tests.architecture.test_every_view_is_guarded import addresses


def takes_over_its_action(pattern: URLPattern) -> bool:
    """Whether a guarded view answers there whose own class names no action."""
    kind = getattr(pattern.callback, "view_class", None)
    guarded = isinstance(kind, type) and issubclass(kind, GuardedView)
    return guarded and "action" not in vars(kind)


def test_every_guarded_view_names_its_action_in_its_own_class() -> None:
    assert [str(p.pattern) for p in addresses() if takes_over_its_action(p)] == []


class _Named(CaseView):
    """A screen that says what it needs."""

    action = Action.SEE_CONTACT_DETAILS


class _Silent(_Named):
    """One that takes it over from another screen."""


@pytest.mark.parametrize(("kind", "silent"), [(_Named, False), (_Silent, True), (CaseView, True)])
def test_one_that_takes_it_over_is_noticed(kind: type[GuardedView], silent: bool) -> None:
    assert takes_over_its_action(URLPattern("x/", kind.as_view())) is silent
