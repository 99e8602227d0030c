"""The form behind "Close the case"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField


class CloseForm(NhsForm):
    """Why the case ends; the reasons are those that fit its state."""

    because = RadioField(label="Why is it closed?", thing="why it is closed", choices=[])
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, reasons: dict[str, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["because"] = RadioField(
            label="Why is it closed?",
            thing="why it is closed",
            choices=[Choice(key, label) for key, label in reasons.items()],
        )
