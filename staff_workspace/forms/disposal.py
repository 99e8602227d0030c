"""The forms behind legal holds, the review of old records and their destruction."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
)
from staff_workspace.models import DisposalReview

NO_NAMES = "Do not name anybody: this stays in the audit when the records are gone"


class HoldForm(NhsForm):
    """What keeps the records, or no longer does."""

    reason = LongTextField(label="Why?", thing="why", hint=NO_NAMES, rows=3, max_length=300)


class ReviewDisposalForm(NhsForm):
    """Destroy or keep, and why."""

    finding = RadioField(
        label="What did you find?",
        thing="what you found",
        choices=[
            Choice(
                DisposalReview.Finding.DESTROY,
                "The records can be destroyed",
                hint="A second person of Governance confirms it before anything goes",
            ),
            Choice(
                DisposalReview.Finding.KEEP,
                "The records are needed for longer",
                reveals="look_again_on",
            ),
        ],
    )
    look_again_on = DateField(
        label="When are they looked at again?",
        thing="the day on which they are looked at again",
        label_size="s",
    )
    reason = LongTextField(label="Why?", thing="why", hint=NO_NAMES, rows=3, max_length=500)


class DisposeForm(NhsForm):
    """A box that nobody ticks by accident."""

    sure = ConfirmField(
        label="Destroy for good",
        thing="that the records are to be destroyed",
        messages={"required": "Confirm that the records are to be destroyed for good"},
        statement="I have checked the case, and its records are to be destroyed for good",
    )
