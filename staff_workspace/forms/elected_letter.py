"""The form behind keeping the letter of an elected official."""

from feedback_forms.fields import FileField, NhsForm


class OriginalForm(NhsForm):
    """The letter itself."""

    letter = FileField(
        label="Their letter",
        thing="their letter",
        hint="A scan (PDF) or photo (JPEG, PNG, HEIC), smaller than 20MB",
    )
