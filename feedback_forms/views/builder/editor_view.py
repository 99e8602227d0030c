"""The guard of the builder's screens: whoever may edit the page may see the form, and no more."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from feedback_forms.models import FormPage


class Needs(StrEnum):
    """What somebody must be allowed in Wagtail to see a screen of the builder."""

    ADMIN = "to enter the admin: the screen shows what they may edit, and nothing else"
    PAGE_TO_ADD_BELOW = "to add a page below another one: the screen offers those, and no other"
    THE_FORM = "to edit this form"


TABS = {
    "map": "Map",
    "tests": "Tests",
    "versions": "Versions",
}


def editable_forms(user: Any) -> list[FormPage]:
    """The forms that the person may edit, by title."""
    forms = FormPage.objects.order_by("title")
    return [form for form in forms if form.permissions_for_user(user).can_edit()]


class EditorView(WagtailAdminTemplateMixin, TemplateView):
    """A screen for people who edit forms. Wagtail has let them into its admin already.

    One that does not say what it needs does not answer.
    """

    needs: ClassVar[Needs]
    header_icon = "form"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Raise ImproperlyConfigured for a screen that names no need."""
        if not isinstance(getattr(self, "needs", None), Needs):
            raise ImproperlyConfigured(f"{type(self).__name__} does not say what it needs")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, then the forms, then this screen."""
        forms = {"url": reverse("forms_builder:list"), "label": "Forms"}
        return [*super().get_breadcrumbs_items(), forms, *self.trail()]

    def trail(self) -> list[dict[str, Any]]:
        """What comes after the list of forms."""
        return [{"url": "", "label": self.get_page_title()}]


class FormView(EditorView):
    """A screen of one form; 404 for whoever may not edit it."""

    needs = Needs.THE_FORM
    #: Which of the tabs this is.
    tab = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the form as it stands in its newest draft."""
        page = FormPage.objects.filter(pk=kwargs["pk"]).first()
        if page is None or not page.permissions_for_user(request.user).can_edit():
            raise Http404
        self.form_page: FormPage = page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What the screen shows, and of which form."""
        return f"{TABS.get(self.tab, self.page_title)}: {self.form_page.title}"

    def trail(self) -> list[dict[str, Any]]:
        """The form, then this screen."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.form_page.pk])
        return [{"url": edit, "label": self.form_page.title}, *super().trail()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form and the way to its other screens."""
        tabs = [
            {
                "label": label,
                "url": reverse(f"forms_builder:{name}", args=[self.form_page.pk]),
                "here": name == self.tab,
            }
            for name, label in TABS.items()
        ]
        links = {"form_page": self.form_page, "tabs": tabs}
        return super().get_context_data(**links, **kwargs)
