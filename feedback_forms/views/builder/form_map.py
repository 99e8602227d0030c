"""The map of a form: its pages in order, each with the rule that leads to it, and its faults."""

from typing import Any

from feedback_forms.rules.form_map import map_of
from feedback_forms.rules.form_shape import read_form
from feedback_forms.views.builder.editor_view import FormView


class FormMapView(FormView):
    """The newest draft, as a list that reads from top to bottom."""

    tab = "map"
    template_name = "feedback_forms/builder/map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The pages; none, where the form cannot be read yet."""
        definition, _ = read_form(self.form_page.as_data())
        return super().get_context_data(
            pages=map_of(definition) if definition else (),
            findings=self.form_page.findings(),
            problems=self.form_page.trial_problems(),
            **kwargs,
        )
