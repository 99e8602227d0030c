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
                "best_interests",
                "Yes, in the patient’s best interests, without evidence",
                hint="The patient lacks capacity. Fill in the boxes below too",
            ),
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
    options = LongTextField(
        label="Best interests: which options did you look at?",
        rows=3,
        max_length=2000,
        required=False,
    )
    public_interest = LongTextField(
        label="Best interests: does the public interest ask for an investigation all the same?",
        rows=2,
        max_length=1000,
        required=False,
    )
    disclosure_limits = LongTextField(
        label="Best interests: what may be disclosed, and what not?",
        rows=3,
        max_length=2000,
        required=False,
    )
    consulted = TextField(
        label="Best interests: who took part in the decision?", max_length=300, required=False
    )
