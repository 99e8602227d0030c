"""Uploading a file, and removing one."""

from typing import Any

from django.forms.utils import ErrorDict

from feedback_forms.fields import FilesField, NhsForm, RadioField
from feedback_forms.rules.definition import QuestionDefinition
from feedback_forms.rules.uploads import LIST, MAX_FILES, MAX_SIZE, MEGABYTE

TYPES_AND_SIZE = (
    f"{LIST} files, each smaller than {MAX_SIZE // MEGABYTE}MB. Add them one at a time or "
    f"several together, up to {MAX_FILES}."
)


class UploadForm(NhsForm):
    """More files for a question."""

    def __init__(
        self, question: QuestionDefinition, *, have: int, data: Any = None, files: Any = None
    ) -> None:
        self.question, self.have = question, have
        super().__init__(data, files)

    def add_fields(self) -> None:
        """The first file is asked for in the question's words, which are the heading."""
        question, first = self.question, self.have == 0
        hint = f"{question.hint} {TYPES_AND_SIZE}".strip() if first else TYPES_AND_SIZE
        self.fields["file"] = FilesField(
            label=question.label if first else "Add more files",
            thing=question.thing or "a file",
            hint=hint,
            heading=first,
            label_size="" if first else "m",
            required=question.required or not first,
        )

    def tell(self, problems: list[str]) -> None:
        """Show why files were not taken."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        for problem in problems:
            self.add_error("file", problem)


class RemoveForm(NhsForm):
    """Whether to remove a file."""

    question_is_heading = True
    remove = RadioField(
        label="Are you sure you want to remove this file?",
        choices=[("yes", "Yes"), ("no", "No")],
        inline=True,
        messages={"required": "Select yes if you want to remove the file"},
    )

    def __init__(self, *args: Any, file_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remove"].hint = file_name
