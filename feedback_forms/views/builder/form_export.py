"""A form as a file to keep, to send or to import elsewhere."""

import json

from django.http import HttpRequest, HttpResponse

from feedback_forms.form_files import as_file
from feedback_forms.views.builder.editor_view import FormView


class FormExportView(FormView):
    """The newest draft as JSON; it holds questions and tests, and nothing that was sent."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The file."""
        text = json.dumps(as_file(self.form_page), ensure_ascii=False, indent=2) + "\n"
        name = f"{self.form_page.slug}.json"
        return HttpResponse(
            text,
            content_type="application/json",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
