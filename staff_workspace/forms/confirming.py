"""The forms behind asking again for consent and having the summary confirmed."""

from feedback_forms.fields import Choice, DateField, LongTextField, NhsForm, RadioField

WRITTEN = (Choice("letter", "Letter"), Choice("email", "E-mail"))


class ChaseConsentForm(NhsForm):
    """How and when it was asked again."""

    channel = RadioField(
        label="How did you ask again?",
        thing="how you asked again",
        choices=[*WRITTEN, Choice("phone", "Telephone")],
    )
    on = DateField(label="When was it?", thing="the date you asked again", past=True)
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)


class SummarySentForm(NhsForm):
    """How and when the summary went out."""

    channel = RadioField(
        label="How was the summary sent?",
        thing="how it was sent",
        choices=[
            *WRITTEN,
            Choice(
                "online",
                "Put it on “your complaint” now",
                hint="The person reads the points as they stand and confirms or corrects them",
            ),
        ],
    )
    on = DateField(label="When was it sent?", thing="the date it was sent", past=True)
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)


class SummaryConfirmedForm(NhsForm):
    """What the person answered."""

    answer = RadioField(
        label="What did they answer?",
        thing="what they answered",
        choices=[
            Choice("confirmed", "They confirmed it"),
            Choice("corrected", "They confirmed it with corrections", reveals="corrections"),
        ],
    )
    corrections = LongTextField(
        label="What did they put right?", thing="what they put right", rows=4, max_length=2000
    )
    on = DateField(label="When did they answer?", thing="the date of their answer", past=True)
