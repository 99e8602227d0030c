"""The forms behind "Add a point" and "Record the finding"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField, TextField
from staff_workspace.policy import outcomes


class IssueForm(NhsForm):
    """One more point of the complaint."""

    point = TextField(label="What is the point?", thing="the point", max_length=300)
    who_answers = TextField(
        label="Who answers it?", thing="who answers it", max_length=120, required=False
    )
    service = TextField(label="Which service?", max_length=120, required=False)
    provider = TextField(label="Which provider?", max_length=160, required=False)
    profession = TextField(
        label="Which profession?",
        hint="For example nursing, doctors or reception",
        max_length=120,
        required=False,
    )


class FindingForm(NhsForm):
    """What was found, why, and what changes."""

    finding = RadioField(
        label="What did you find?",
        thing="what you found",
        choices=[Choice(key, label) for key, label in outcomes.OUTCOMES.items()],
    )
    explanation = LongTextField(
        label="How did you reach this?", thing="how you reached this", rows=6, max_length=4000
    )
    change_made = LongTextField(
        label="What changes because of it?", rows=3, max_length=2000, required=False
    )
