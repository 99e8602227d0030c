"""The forms behind work with other organisations on one complaint."""

from collections.abc import Iterable

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)


class OrganisationForm(NhsForm):
    """Which organisation, whom to ask there, what may go there and what it answers."""

    name = TextField(label="Which organisation?", thing="the organisation", max_length=160)
    contact = TextField(
        label="Whom do we ask there?",
        hint="For example its complaints manager, with a phone number or an email address",
        max_length=200,
        required=False,
    )
    agreed = TextField(
        label="Without a signed statement, what did the person agree may go there?",
        hint="And how they said so. A signed statement that names the organisation counts by itself",
        max_length=300,
        required=False,
    )

    def __init__(self, *args, points: Iterable[Choice], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _points(self, "points", "Which points are for it to answer?", points)


class OrganisationStepForm(NhsForm):
    """What happened with an organisation, and when."""

    organisation = RadioField(label="Which organisation?", thing="the organisation", choices=[])
    done = RadioField(
        label="What happened?",
        thing="what happened",
        choices=[
            Choice("asked", "We asked it"),
            Choice("reminded", "We reminded it"),
            Choice("answered", "It answered"),
        ],
    )
    on = DateField(label="When was it?", thing="the date", past=True)
    due = DateField(
        label="By when do we want the answer?",
        thing="by when you want the answer",
        required=False,
    )

    def __init__(
        self, *args, organisations: Iterable[Choice], points: Iterable[Choice], **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        _organisations(self, organisations)
        _points(self, "answered", "Which points did it answer?", points)


class LeadForm(NhsForm):
    """Who leads, and when the person was told who handles what."""

    lead = RadioField(label="Who leads and answers?", thing="who leads", choices=[])
    told_on = DateField(
        label="When was the person told who leads and who answers what?",
        thing="when the person was told",
        hint="Leave it empty if they have still to be told",
        past=True,
        required=False,
    )

    def __init__(self, *args, organisations: Iterable[Choice], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"] = RadioField(
            label="Who leads and answers?", thing="who leads", choices=list(organisations)
        )


class OtherBodyForm(NhsForm):
    """What the other body asks of us, and what we did."""

    organisation = RadioField(label="Which organisation?", thing="the organisation", choices=[])
    asked = RadioField(
        label="What does it ask for?",
        thing="what it asks for",
        choices=[
            Choice("agree_lead", "To agree which body leads"),
            Choice("information", "Information about the complaint"),
            Choice("meeting", "That somebody of ours comes to a meeting"),
        ],
    )
    relevant = RadioField(
        label="Does it bear on the complaint?",
        thing="whether it bears on the complaint",
        choices=[Choice("yes", "Yes"), Choice("no", "No")],
    )
    reasonable = RadioField(
        label="If it is a meeting, is it reasonably needed?",
        thing="whether the meeting is needed",
        choices=[Choice("yes", "Yes"), Choice("no", "No")],
        required=False,
    )
    done = LongTextField(
        label="What did you answer or do?", rows=3, max_length=2000, required=False
    )

    def __init__(self, *args, organisations: Iterable[Choice], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        _organisations(self, organisations)


def _organisations(form: NhsForm, organisations: Iterable[Choice]) -> None:
    form.fields["organisation"] = RadioField(
        label="Which organisation?", thing="the organisation", choices=list(organisations)
    )


def _points(form: NhsForm, name: str, label: str, points: Iterable[Choice]) -> None:
    choices = list(points)
    if choices:
        form.fields[name] = CheckboxesField(
            label=label, thing="the points", choices=choices, required=False
        )
