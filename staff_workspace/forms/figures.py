"""The forms behind preparing and approving the figures of a year."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    LongTextField,
    NhsForm,
    RadioField,
)
from staff_workspace.documents.report_figures import Lesson

LESSON_HINT = (
    "One on each line: subject | what was heard | what is done about it | how far that has come"
)


class PrepareForm(NhsForm):
    """Which year, and what was learned; the numbers are counted from the cases."""

    year = RadioField(label="Which year?", thing="the year", choices=[])
    matters = LongTextField(
        label="Matters of general importance",
        hint="One on each line. Names of people do not belong here",
        rows=4,
        max_length=4000,
        required=False,
    )
    lessons = LongTextField(
        label="What was learned", hint=LESSON_HINT, rows=6, max_length=8000, required=False
    )

    def __init__(self, *args, years: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"] = RadioField(
            label="Which year?", thing="the year", choices=[Choice(*year) for year in years]
        )

    def clean_matters(self) -> tuple[str, ...]:
        """One matter a line."""
        return _lines(self.cleaned_data["matters"])

    def clean_lessons(self) -> tuple[Lesson, ...]:
        """One lesson a line, in four parts."""
        lessons = []
        for number, line in enumerate(_lines(self.cleaned_data["lessons"]), start=1):
            parts = [part.strip() for part in line.split("|")]
            if len(parts) != 4:
                self.add_error("lessons", f"Line {number} must have 4 parts with | between them")
                return ()
            lessons.append(Lesson(*parts))
        return tuple(lessons)


class ApproveForm(NhsForm):
    """Governance's own declaration."""

    checked = ConfirmField(
        label="Before you approve",
        thing="that you have checked the figures",
        messages={"required": "Confirm that you have checked the figures"},
        statement="I have checked these figures and approve them for publication",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
