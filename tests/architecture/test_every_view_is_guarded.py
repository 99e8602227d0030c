"""Every address of the workspace answers through the gate, or stands on a short public list."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.views import View

from feedback_forms.views.builder.editor_view import EditorView
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.views.complainant.base import ComplainantView

OURS = ("permissions", "feedback_forms", "staff_workspace", "public_site")
PUBLIC = {"SignInView", "SignOutView", "OutsideView", "OutsideFileView", "EnterView", "LeaveView"}
PUBLIC |= {"SetPasswordView"}


def addresses(resolver: Any = None) -> Iterator[URLPattern]:
    """Every pattern of the URLconf, those that are included too."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry)
        else:
            yield entry


def unguarded(pattern: URLPattern) -> bool:
    """Whether one of our views would answer without asking the gate about a named action."""
    view = pattern.callback
    if not view.__module__.startswith(OURS):
        return False
    kind = getattr(view, "view_class", None)
    if kind is None or kind.__name__ in PUBLIC:
        return kind is None and pattern.name not in PUBLIC
    if issubclass(kind, EditorView):
        # Content of Wagtail's admin, which lets nobody in without the right to edit pages.
        return False
    if issubclass(kind, ComplainantView):
        # The receipt is the gate there, and each page names what the audit calls it.
        return not getattr(kind, "screen", "")
    return not (issubclass(kind, GuardedView) and isinstance(getattr(kind, "action", 0), Action))


def test_there_are_addresses_of_ours() -> None:
    ours = [p for p in addresses() if p.callback.__module__.startswith(OURS)]
    assert len(ours) > 20


def test_every_view_of_ours_names_its_action_or_is_public() -> None:
    assert [f"{p.pattern} {p.callback}" for p in addresses() if unguarded(p)] == []


class _Open(View):
    """A view that asks nobody."""


class _Nameless(GuardedView):
    """A guarded view that names no action."""


@pytest.mark.parametrize("kind", [_Open, _Nameless])
def test_a_view_that_asks_nobody_is_noticed(kind: type[View]) -> None:
    view = kind.as_view()
    view.__module__ = "staff_workspace.views.x"
    assert unguarded(URLPattern("x/", view))
