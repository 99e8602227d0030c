"""The forms behind withdrawing, opening again, the ombudsman and a reply to a part."""

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)


class WithdrawForm(NhsForm):
    """How and when it was withdrawn, and who knows."""

    way = RadioField(
        label="How did they withdraw it?",
        thing="how they withdrew it",
        choices=[Choice("orally", "They said so"), Choice("in_writing", "They wrote")],
    )
    on = DateField(label="When was it?", thing="the date", past=True)
    told = RadioField(
        label="Do those who were complained about know of the withdrawal?",
        thing="whether they know",
        choices=[
            Choice("yes", "Yes, they were told"),
            Choice("nobody", "Nobody was told of the complaint"),
            Choice("no", "No, not yet"),
        ],
    )
    enough = RadioField(
        label="Do we know enough to look into it all the same?",
        thing="whether we know enough",
        choices=[Choice("yes", "Yes, the review goes on"), Choice("no", "No")],
    )
    note = LongTextField(label="Why, if they said?", rows=3, max_length=1000, required=False)

    def __init__(self, *args, may_review_on: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not may_review_on:
            del self.fields["enough"]


class ReopenForm(NhsForm):
    """What is open, and who answers it."""

    on = DateField(
        label="When did the further questions come in?", thing="the date they came in", past=True
    )
    matter = RadioField(
        label="What are they about?",
        thing="what they are about",
        choices=[
            Choice("open", "The same matter, and something is left to answer"),
            Choice("answered", "The same matter, and everything has been answered"),
            Choice("new", "A different matter"),
        ],
    )
    questions = LongTextField(
        label="What are the questions?", thing="the questions", rows=4, max_length=4000
    )
    answered_by = TextField(label="Who answers them?", thing="who answers them", max_length=160)


class OmbudsmanForm(NhsForm):
    """Which step, when, by when, and what it says."""

    key = RadioField(
        label="What happened?",
        thing="what happened",
        choices=[
            Choice("referred", "The person went to the ombudsman"),
            Choice("requested", "The ombudsman asked for something", reveals="due"),
            Choice("answered", "We answered the ombudsman"),
            Choice("decided", "The ombudsman decided"),
            Choice("complied", "We did what the ombudsman asked for"),
        ],
    )
    due = DateField(label="By when do they want it?", thing="the day it is due", label_size="s")
    on = DateField(label="When was it?", thing="the date", past=True)
    note = LongTextField(
        label="What do they ask, or decide?",
        thing="what they ask or decide",
        hint="For a decision: what they found, what they recommend and what we learn from it",
        rows=4,
        max_length=4000,
    )


class PartialResponseForm(NhsForm):
    """Which part was answered, how and when."""

    answers = LongTextField(
        label="Which points does it answer?",
        thing="which points it answers",
        rows=3,
        max_length=1000,
    )
    channel = RadioField(
        label="How was it sent?",
        thing="how it was sent",
        choices=[Choice("post", "Post"), Choice("email", "Secure e-mail")],
    )
    on = DateField(label="When was it sent?", thing="the date it was sent", past=True)
    wants_it = ConfirmField(
        label="Their choice",
        thing="that the person chose it",
        messages={"required": "Confirm that the person chose to have an answer in parts"},
        statement="We offered an answer in parts, and the person chose it",
    )
