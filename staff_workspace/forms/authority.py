"""The form behind "Judge the authority"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField, TextField


class AuthorityForm(NhsForm):
    """What was seen, what it means, and why."""

    evidence_seen = TextField(
        label="What evidence did you see?",
        thing="what evidence you saw",
        hint="For example, registered power of attorney for health and welfare",
    )
    decision = RadioField(
        label="May they act for the patient?",
        thing="whether they may act for the patient",
        choices=[
            Choice("accepted", "Yes, accept their authority"),
            Choice("more_needed", "Not yet, more evidence is needed"),
            Choice(
                "refused",
                "No, refuse",
                hint="They must be told in writing, with the reasons",
            ),
        ],
    )
    reason = LongTextField(
        label="Why?", thing="the reason for the decision", rows=4, max_length=2000
    )
