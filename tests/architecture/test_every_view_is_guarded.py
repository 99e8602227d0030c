"""Every address of the workspace answers through the gate, or stands on a short public list."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.views import View
from django.views.generic import TemplateView

from feedback_forms.views.builder import addresses as builder
from feedback_forms.views.builder.editor_view import EditorView, FormView, Needs
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace import complainant_urls
from staff_workspace import urls as workspace_urls
from staff_workspace.views.complainant.base import ComplainantView
from staff_workspace.views.complainant.opening import EnterView, LeaveView
from staff_workspace.views.outside import OutsideFileView, OutsideView
from staff_workspace.views.set_password import SetPasswordView
from staff_workspace.views.sign_in import SignInView, SignOutView

OURS = ("permissions", "feedback_forms", "staff_workspace", "public_site")
# Patterns of these are ours, whosever view they lead to.
OUR_ADDRESSES = {
    *builder.urlpatterns,
    *complainant_urls.urlpatterns,
    *workspace_urls.urlpatterns,
}
PUBLIC = {SignInView, SignOutView, OutsideView, OutsideFileView, EnterView, LeaveView}
PUBLIC |= {SetPasswordView}


def addresses(resolver: Any = None) -> Iterator[URLPattern]:
    """Every pattern of the URLconf, those that are included too."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry)
        else:
            yield entry


def is_ours(pattern: URLPattern) -> bool:
    """Whether the view or the address is of one of our packages."""
    return pattern in OUR_ADDRESSES or pattern.callback.__module__.startswith(OURS)


def unguarded(pattern: URLPattern) -> bool:
    """Whether one of our views would answer without asking the gate about a named action."""
    kind = getattr(pattern.callback, "view_class", None)
    if kind in PUBLIC:
        return False
    if kind is None:
        return True
    if issubclass(kind, EditorView):
        # Content of Wagtail's admin, which lets nobody in without the right to edit pages.
        needs = getattr(kind, "needs", None)
        asks_for_the_form = issubclass(kind, FormView)
        return not isinstance(needs, Needs) or asks_for_the_form != (needs is Needs.THE_FORM)
    if issubclass(kind, ComplainantView):
        # The receipt is the gate there, and each page names what the audit calls it.
        return not getattr(kind, "screen", "")
    return not (issubclass(kind, GuardedView) and isinstance(getattr(kind, "action", 0), Action))


def test_there_are_addresses_of_ours() -> None:
    ours = [pattern for pattern in addresses() if is_ours(pattern)]
    assert len(ours) > 100
    assert set(ours) >= OUR_ADDRESSES
    assert {getattr(pattern.callback, "view_class", None) for pattern in ours} >= PUBLIC


def test_every_view_of_ours_names_its_action_or_is_public() -> None:
    ours = [pattern for pattern in addresses() if is_ours(pattern)]
    assert [f"{p.pattern} {p.callback}" for p in ours if unguarded(p)] == []


class _Open(View):
    """A view that asks nobody."""


class _Nameless(GuardedView):
    """A guarded view that names no action."""


class _Needless(EditorView):
    """A screen of the builder that does not say what it needs."""


class _Claims(EditorView):
    """A screen that says it needs the right to edit a form, and does not ask for it."""

    needs = Needs.THE_FORM


_Namesake = type("EnterView", (View,), {})


@pytest.mark.parametrize("kind", [_Open, _Nameless, _Needless, _Claims, _Namesake, TemplateView])
def test_a_view_that_asks_nobody_is_noticed(kind: type[View]) -> None:
    assert unguarded(URLPattern("x/", kind.as_view()))


def test_a_function_is_noticed() -> None:
    assert unguarded(URLPattern("x/", lambda request: None))


def test_a_screen_that_does_not_say_what_it_needs_does_not_answer() -> None:
    with pytest.raises(ImproperlyConfigured):
        _Needless.as_view()(RequestFactory().get("/x/"))
