"""The file of a form, and the page to put it below."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.models import Page

from feedback_forms.form_files import FormFileError, read_file
from feedback_forms.models import FormPage

LARGEST = 2_000_000


class FormImportForm(forms.Form):
    """Reads the file; its errors name the page and the question."""

    parent = forms.ModelChoiceField(
        queryset=Page.objects.none(),
        label="Put it below",
        empty_label="Choose a page",
        error_messages={"required": "Choose the page to put the form below"},
    )
    file = forms.FileField(
        label="File",
        help_text="A form that was exported from here; its name ends in .json",
        error_messages={"required": "Select a file"},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = _parents(user)

    def clean_file(self) -> dict[str, Any]:
        """What the file holds."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError("The selected file must be smaller than 2MB")
        try:
            return read_file(upload.read())
        except FormFileError as error:
            raise forms.ValidationError(list(error.words)) from None


def _parents(user: Any) -> Any:
    """The pages below which the person may put a form."""
    pages = Page.objects.filter(depth__gt=1).order_by("path")
    allowed = [
        page.pk
        for page in pages
        if FormPage.can_create_at(page) and page.permissions_for_user(user).can_add_subpage()
    ]
    return pages.filter(pk__in=allowed)
