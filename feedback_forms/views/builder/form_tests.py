"""The tests of a form, run when the screen is opened."""

from typing import Any

from feedback_forms.rules.form_shape import read_form
from feedback_forms.views.builder.editor_view import FormView


class FormTestsView(FormView):
    """Each test with the way that was gone and what was not as expected."""

    tab = "tests"
    template_name = "feedback_forms/builder/tests.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How the tests of the newest draft come out today."""
        definition, _ = read_form(self.form_page.as_data())
        return super().get_context_data(
            results=self.form_page.trial_results(), readable=definition is not None, **kwargs
        )
