"""The forms behind "Make the consent statement" and "Record the signed statement"."""

from django.core.exceptions import ValidationError

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    FileField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.models import Consent


class ConsentStatementForm(NhsForm):
    """Who signs, and with whom the complaint may be shared."""

    giver = TextField(
        label="Who signs it?",
        thing="who signs it",
        hint="The patient, or the person with authority to act for them",
        spellcheck=False,
    )
    capacity = RadioField(
        label="As what do they sign it?",
        thing="as what they sign it",
        choices=list(Consent.Capacity.choices),
    )
    scopes = CheckboxesField(
        label="What would they agree to?",
        thing="what they would agree to",
        choices=list(Consent.Scope.choices),
    )
    organisations = LongTextField(
        label="Which organisations would we share the complaint with?",
        thing="the organisations",
        hint="One on each line",
        rows=3,
        max_length=1000,
        required=False,
    )

    def __init__(self, *args, names_organisations: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].required = names_organisations
        if not names_organisations:
            del self.fields["organisations"]

    def clean_organisations(self) -> list[str]:
        """One organisation a line, without empty ones."""
        names = [line.strip() for line in self.cleaned_data["organisations"].splitlines()]
        names = [name for name in names if name]
        if len(names) > 12:
            raise ValidationError("Enter up to 12 organisations")
        return names


class ConsentReceivedForm(NhsForm):
    """The answer, when and how it came, and the signed copy."""

    signed = RadioField(
        label="What is the answer?",
        thing="what the answer is",
        choices=[Choice("yes", "They signed it"), Choice("no", "They refused")],
    )
    received_on = DateField(
        label="When did it reach us?", thing="the date it reached us", past=True
    )
    method = RadioField(
        label="How did it reach us?",
        thing="how it reached us",
        choices=[
            Choice("post", "Post"),
            Choice("email", "E-mail"),
            Choice("in_person", "In person"),
        ],
    )
    signed_copy = FileField(
        label="The signed copy",
        thing="the signed copy",
        hint="A scan (PDF) or photo (JPEG, PNG, HEIC), smaller than 20MB",
        required=False,
    )
    evidence_note = TextField(
        label="Without a copy, what did you see or hear?",
        hint="For example: said yes on the telephone to N. Example, who noted it",
        max_length=300,
        required=False,
    )


class ConsentWithdrawnForm(NhsForm):
    """When it was withdrawn, and what was said."""

    on = DateField(label="When did they withdraw it?", thing="the date", past=True)
    note = LongTextField(
        label="What did they say?", thing="what they said", rows=3, max_length=1000
    )
