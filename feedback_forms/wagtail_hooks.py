"""Forms in Wagtail: served by our views, built on screens of their own, judged when published."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from feedback_forms.models import FormPage, Vocabulary
from feedback_forms.models.form_page import NOBODYS
from feedback_forms.views.builder import addresses
from feedback_forms.views.builder.editor_view import TABS, editable_forms
from feedback_forms.views.serve import serve_form


@hooks.register("before_serve_page", order=100)
def serve_form_pages(
    page: Page, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer for forms; everything else takes its usual way."""
    if isinstance(page, FormPage):
        return serve_form(request, page, serve_kwargs.get("step", ""))
    return None


@hooks.register("register_admin_urls")
def builder_addresses() -> list[URLResolver]:
    """The builder's screens."""
    return [path("forms/", include(addresses))]


@hooks.register("before_publish_page")
def somebody_owns_what_arrives(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep it a draft, and say why, where nobody would own what the form sends in."""
    if not isinstance(page, FormPage) or not page.is_nobodys:
        return None
    messages.error(request, NOBODYS)
    return redirect("wagtailadmin_pages:edit", page.pk)


class VocabularyViews(SnippetViewSet):
    """The lists that questions take their options from, changed without touching a form."""

    model = Vocabulary
    icon = "list-ul"
    menu_label = "Lists for forms"
    add_to_admin_menu = True
    menu_order = 160
    list_display = ["name", "key"]
    search_fields = ["name", "key"]


register_snippet(VocabularyViews)


class FormsMenuItem(MenuItem):
    """Shown to whoever may edit a form."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(editable_forms(request.user))


@hooks.register("register_admin_menu_item")
def forms_in_the_menu() -> MenuItem:
    """The list of forms, beside the pages."""
    address = reverse("forms_builder:list")
    return FormsMenuItem("Forms", address, icon_name="form", order=150)


@hooks.register("register_page_header_buttons")
def ways_to_the_builder(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """From the page to its map, its tests, its versions and its file."""
    if page.specific_class is not FormPage or not page.permissions_for_user(user).can_edit():
        return
    icons = {"map": "list-ul", "tests": "tasks", "versions": "history", "export": "download"}
    for order, (name, label) in enumerate({**TABS, "export": "Export as a file"}.items()):
        address = reverse(f"forms_builder:{name}", args=[page.pk])
        yield Button(label, url=address, icon_name=icons[name], priority=70 + order)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """A draft is saved as it is; its editor is told what publishing would refuse.

    What the editor's browser saves by itself, twice a second, tells nothing.
    """
    by_itself = not request.accepts("text/html")
    if not isinstance(page, FormPage) or by_itself or "action-publish" in request.POST:
        return
    draft = page.get_latest_revision_as_object()
    count = len(draft.findings()) + len(draft.trial_problems())
    if count:
        words = "1 thing keeps" if count == 1 else f"{count} things keep"
        address = reverse("forms_builder:map", args=[page.pk])
        see = [messages.button(address, "See what")]
        messages.warning(request, f"{words} this form from being published.", buttons=see)


@hooks.register("before_bulk_action")
def none_that_cannot_be_published(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Publish none of several pages while a form among them must not be, and say why."""
    if action_type != "publish" or request.method != "POST":
        return None
    forms = [page.specific for page in objects if page.specific_class is FormPage]
    drafts = [form.get_latest_revision_as_object() for form in forms]
    faulty = [d for d in drafts if d.findings() or d.trial_problems()]
    for draft in faulty:
        messages.error(request, f"“{draft.title}” cannot be published yet: see its map")
    return redirect("forms_builder:list") if faulty else None
