"""The forms behind checking, amending and approving a draft, and marking a case."""

from feedback_forms.fields import Choice, ConfirmField, LongTextField, NhsForm, RadioField


class ApproveForm(NhsForm):
    """In which capacity, and the approver's own declaration."""

    capacity = RadioField(label="In which capacity?", thing="in which capacity", choices=[])
    read = ConfirmField(
        label="Before you approve",
        thing="that you have read it",
        messages={
            "required": "Confirm that you have read the complaint, the findings and the letter"
        },
        statement="I have read the complaint, the findings and this letter, and I approve it",
    )
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, title: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacity"] = capacity_field(title)


class AmendForm(NhsForm):
    """The whole text of the letter, to be changed."""

    text = LongTextField(
        label="Text of the letter",
        thing="the text of the letter",
        hint="What you save is a new version. Approve it afterwards",
        rows=18,
        max_length=20000,
    )


class EscalateForm(NhsForm):
    """What was said when the draft was taken higher."""

    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)


class RiskForm(NhsForm):
    """Whether somebody further has to approve, and why."""

    complex_or_claim = RadioField(
        label="Is the case complex, or may it become a claim?",
        thing="whether it is complex or may become a claim",
        choices=[Choice("yes", "Yes"), Choice("no", "No")],
    )
    reason = LongTextField(label="Why?", thing="the reason", rows=3, max_length=1000)


def capacity_field(title: str) -> RadioField:
    """Whether somebody acts as the holder of a role or as their nominated deputy."""
    return RadioField(
        label="In which capacity?",
        thing="in which capacity",
        choices=[
            Choice("holder", f"As {title}"),
            Choice("deputy", f"As nominated deputy of the {title}"),
        ],
    )
