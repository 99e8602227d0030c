"""The form behind "Close the case"."""

from feedback_forms.fields import Choice, ConfirmField, LongTextField, NhsForm, RadioField
from staff_workspace.policy.closing import PROMPTS


class CloseForm(NhsForm):
    """Why the case ends; the reasons are those that fit its state.

    Where silence ends it, somebody says first that the law's duties were heeded.
    """

    because = RadioField(label="Why is it closed?", thing="why it is closed", choices=[])
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, reasons: dict[str, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["because"] = RadioField(
            label="Why is it closed?",
            thing="why it is closed",
            choices=[
                Choice(key, label, reveals=f"heeded_{key}" if key in PROMPTS else "")
                for key, label in reasons.items()
            ],
        )
        for key in PROMPTS.keys() & reasons.keys():
            self.fields[f"heeded_{key}"] = ConfirmField(
                label="Before you close it",
                thing="what was done before closing",
                messages={"required": "Confirm what was done before closing"},
                statement=PROMPTS[key],
                label_size="s",
            )

    def duties_heeded(self) -> bool:
        """Whether the prompt of the chosen reason was confirmed; False where it has none."""
        return bool(self.cleaned_data.get(f"heeded_{self.cleaned_data['because']}"))
