"""Taking a form in from a file: it becomes a draft, which is then edited and published."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from feedback_forms.form_files import draft_from
from feedback_forms.forms.form_import import FormImportForm
from feedback_forms.views.builder.editor_view import EditorView, Needs


class FormImportView(EditorView):
    """Asks for the file and the page to put the form below."""

    needs = Needs.PAGE_TO_ADD_BELOW
    page_title = "Import a form"
    header_icon = "upload"
    template_name = "feedback_forms/builder/import.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """An empty form, unless one was filled in."""
        kwargs.setdefault("form", FormImportForm(user=self.request.user))
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make the draft, or say what is wrong with the file."""
        form = FormImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        page = draft_from(form.cleaned_data["parent"], form.cleaned_data["file"], user=request.user)
        messages.success(request, f"“{page.title}” was imported as a draft. Look it over first.")
        return redirect("wagtailadmin_pages:edit", page.pk)
