"""The forms behind who handles a case, contacts, agreed dates and notes."""

from collections.abc import Iterable

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    SelectField,
    TextField,
)
from permissions.models import StaffMember
from staff_workspace.policy import first_steps

CHANNELS = (
    Choice("phone", "Telephone"),
    Choice("in_person", "In person"),
    Choice("email", "E-mail"),
    Choice("letter", "Letter"),
)


class AssignForm(NhsForm):
    """To whom, and that the complaint is not about them."""

    member = SelectField(label="Who handles the case?", thing="a colleague", choices=[])
    unconnected = ConfirmField(
        label="Fairness",
        thing="that the complaint is not about them",
        messages={"required": "Confirm that the complaint is not about them"},
        statement="The complaint is not about this person",
    )
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, team: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"] = SelectField(
            label="Who handles the case?",
            thing="a colleague",
            choices=[Choice(str(m.pk), f"{m.name}, {m.job_title}") for m in team],
        )


class ContactForm(NhsForm):
    """How, when, whether the person was reached, and what was spoken of."""

    channel = RadioField(
        label="How did you contact them?", thing="how you contacted them", choices=CHANNELS
    )
    on = DateField(label="When was it?", thing="the date of the contact", past=True)
    reached = RadioField(
        label="Did you reach them?",
        thing="whether you reached them",
        choices=[Choice("yes", "Yes", reveals="covered"), Choice("no", "No, I tried")],
    )
    covered = CheckboxesField(
        label="What did you speak of?", thing="what you spoke of", choices=[], required=False
    )
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)

    def __init__(self, *args, points: Iterable[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not points:
            del self.fields["covered"]
            return
        self.fields["covered"] = CheckboxesField(
            label="What did you speak of?",
            thing="what you spoke of",
            choices=[Choice(key, first_steps.POINTS[key]) for key in points],
            required=False,
            label_size="s",
        )


class AgreeDateForm(NhsForm):
    """The new date, and all that has to be kept about how it came about."""

    new = DateField(label="By when will they have the response?", thing="the new date")
    agreed_with = TextField(
        label="Who agreed to it?", thing="who agreed to it", max_length=160, spellcheck=False
    )
    agreed_on = DateField(label="When did they agree?", thing="the date they agreed", past=True)
    channel = RadioField(
        label="How did they agree?",
        thing="how they agreed",
        choices=CHANNELS,
    )
    reason = LongTextField(
        label="Why is this date needed?", thing="why this date is needed", rows=3, max_length=1000
    )


class SetPeriodForm(NhsForm):
    """Until when the person gets the response, and how they were told in writing."""

    until = DateField(
        label="By when will they get the response?", thing="by when they get the response"
    )
    channel = RadioField(
        label="How did you tell them in writing?",
        thing="how you told them",
        choices=[Choice("letter", "Letter"), Choice("email", "E-mail")],
    )
    on = DateField(label="When was it sent?", thing="the date it was sent", past=True)
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)


class EmailConsentForm(NhsForm):
    """What the person said about e-mail, and when."""

    given = RadioField(
        label="May we write to them by e-mail?",
        thing="whether we may write by e-mail",
        choices=[Choice("yes", "Yes, they agreed"), Choice("no", "No, they took it back")],
    )
    on = DateField(label="When did they say so?", thing="the date they said so", past=True)
    note = LongTextField(label="Note for the timeline", rows=3, max_length=1000, required=False)


class TakeAsComplaintForm(NhsForm):
    """Why the quick answer did not settle it, and that the person knows how it goes on."""

    why = LongTextField(
        label="Why was it not settled?", thing="why it was not settled", rows=4, max_length=1000
    )
    told = ConfirmField(
        label="The person",
        thing="that the person was told",
        messages={"required": "Confirm that you told the person how it goes on"},
        statement="I told the person that it goes on as a complaint",
    )


class NoteForm(NhsForm):
    """A note for colleagues."""

    text = LongTextField(
        label="Note",
        thing="the note",
        hint="For colleagues. The person who complained may ask to see what is kept about them",
        rows=5,
        max_length=4000,
    )


class ElectedOfficialForm(NhsForm):
    """Who brought the case as well."""

    elected_as = RadioField(
        label="Who wrote?",
        thing="who wrote",
        choices=[
            Choice("mp", "A Member of Parliament"),
            Choice("elected_official", "Another elected official"),
        ],
    )
    name = TextField(label="Their name", thing="their name", max_length=160, spellcheck=False)
    reference = TextField(
        label="Their reference", thing="their reference", max_length=60, required=False
    )
