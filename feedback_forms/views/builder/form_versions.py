"""The versions of a form: the list, one opened, two compared, in words."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from feedback_forms.models import FormVersion
from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_comparison import compare
from feedback_forms.rules.form_map import map_of
from feedback_forms.rules.form_shape import read_form
from feedback_forms.views.builder.editor_view import FormView

DRAFT = "draft"


class FormVersionsView(FormView):
    """Every version with what changed since the one before; any two can be compared."""

    tab = "versions"
    template_name = "feedback_forms/builder/versions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list, and the comparison that the address asks for."""
        versions = list(self.form_page.versions.order_by("-number"))
        asked = {side: self.request.GET.get(side, "") for side in ("old", "new")}
        compared = None
        if all(asked.values()):
            compared = compare(*(self.definition_of(name) for name in asked.values()))
        return super().get_context_data(
            versions=versions,
            asked=asked,
            compared=compared,
            unpublished=self.unpublished(versions),
            **kwargs,
        )

    def definition_of(self, name: str) -> FormDefinition:
        """The version of that number, or the newest draft; Http404 for one that is not there."""
        if name == DRAFT:
            definition, _ = read_form(self.form_page.as_data())
            if definition:
                return definition
            raise Http404
        return version_of(self, name).form

    def unpublished(self, versions: list[FormVersion]) -> bool:
        """Whether the draft can be read and differs from the newest version."""
        definition, _ = read_form(self.form_page.as_data())
        return definition is not None and (not versions or versions[0].form != definition)


class FormVersionView(FormView):
    """One version as it was published, with every question as it was asked."""

    template_name = "feedback_forms/builder/version.html"

    def get_page_title(self) -> str:
        """Its number, and of which form."""
        return f"Version {self.kwargs['number']}: {self.form_page.title}"

    def trail(self) -> list[dict[str, Any]]:
        """By way of the list of versions."""
        *before, here = super().trail()
        address = reverse("forms_builder:versions", args=[self.form_page.pk])
        return [*before, {"url": address, "label": "Versions"}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The version and its map."""
        version = version_of(self, str(self.kwargs["number"]))
        return super().get_context_data(version=version, pages=map_of(version.form), **kwargs)


def version_of(view: FormView, number: str) -> FormVersion:
    """The version of that number of the view's form; Http404 if there is none."""
    numbered = view.form_page.versions.filter(number=number) if number.isdecimal() else None
    version = numbered.first() if numbered is not None else None
    if version is None:
        raise Http404
    return version
