"""All forms that the person may edit, with what keeps each from being published."""

from typing import Any

from feedback_forms.models import FormVersion
from feedback_forms.views.builder.editor_view import EditorView, Needs, editable_forms


class FormListView(EditorView):
    """The forms of the sites whose pages the person edits."""

    needs = Needs.ADMIN
    page_title = "Forms"
    template_name = "feedback_forms/builder/list.html"

    def trail(self) -> list[dict[str, Any]]:
        """Nothing: this is the list."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each form in its newest draft."""
        rows = []
        for page in editable_forms(self.request.user):
            draft = page.get_latest_revision_as_object()
            rows.append(
                {
                    "page": draft,
                    "version": FormVersion.in_force(page),
                    "faults": len(draft.findings()) + len(draft.trial_problems()),
                }
            )
        return super().get_context_data(rows=rows, **kwargs)
