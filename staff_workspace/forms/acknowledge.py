"""The form behind "Acknowledge"."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
)


class AcknowledgeForm(NhsForm):
    """How, when and with the offer to discuss."""

    channel = RadioField(
        label="How did you acknowledge it?",
        thing="how you acknowledged it",
        choices=[
            Choice("email", "E-mail"),
            Choice("letter", "Letter"),
            Choice("phone", "Phone call"),
            Choice("in_person", "In person"),
        ],
    )
    sent_on = DateField(
        label="When was it sent?",
        thing="the date it was sent",
        hint="For example, 24 11 2026",
        past=True,
    )
    offered_discussion = ConfirmField(
        label="The offer to talk",
        thing="that the offer was made",
        messages={"required": "Confirm that you offered to discuss how the complaint is handled"},
        statement=(
            "I offered to discuss how the complaint is handled and how long it is likely to take"
        ),
    )
    copy_sent = ConfirmField(
        label="The written record",
        thing="that the copy was sent",
        messages={"required": "Confirm that you sent a copy of what was written down"},
        statement="I sent a copy of what was written down of the spoken complaint",
    )
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, spoken: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not spoken:
            del self.fields["copy_sent"]
