"""Files to upload. What is in it is judged by the evidence pipeline, not here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import conditional_escape

from feedback_forms.fields.base import NhsField
from feedback_forms.fields.bound import NhsBoundField


class FileField(NhsField, forms.FileField):
    """One file; ``thing`` says what ("a file", "a power of attorney")."""

    component = "file-upload"
    verb = "Select"

    def __init__(self, **kwargs: Any) -> None:
        # Names are cut and empty files judged later, with messages of their own.
        super().__init__(**{"thing": "a file", "allow_empty_file": True, **kwargs})

    def default_messages(self) -> dict[str, str]:
        failed = "The selected file could not be uploaded – try again"
        names = ("invalid", "missing", "max_length", "contradiction")
        return {**super().default_messages(), **dict.fromkeys(names, failed)}


class SeveralFilesInput(forms.FileInput):
    """The browser's own control, for several files at once."""

    allow_multiple_selected = True


class FilesField(FileField):
    """One file or several; ``cleaned_data`` holds a list. Each problem has a line of its own."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(file) for file in data or []]
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return files

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = {**super().params(bound), "multiple": True}
        if len(bound.errors) > 1:
            lines = "<br>".join(conditional_escape(line) for line in bound.errors)
            params["errorMessage"] = {"html": lines}
        return params

    def items(self, bound: NhsBoundField) -> list[dict[str, str]]:
        """Its lines in the error summary."""
        return [{"text": line, "href": f"#{bound.focus_id}"} for line in bound.errors]
