"""A file to upload. What is in it is judged by the evidence pipeline, not here."""

from typing import Any

from django import forms

from feedback_forms.fields.base import NhsField


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
