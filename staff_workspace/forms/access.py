"""The forms behind shutting somebody out, restricting a case, and breaking the glass."""

from collections.abc import Iterable
from typing import Any

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    LongTextField,
    NhsForm,
    RadioField,
    SelectField,
    TextField,
)
from permissions.models import StaffMember
from permissions.rules.walls import REASONS


def people_choices(people: Iterable[StaffMember]) -> list[Choice]:
    """Staff as options, by name and job."""
    return [Choice(str(member.pk), f"{member.name}, {member.job_title}") for member in people]


class BecauseForm(NhsForm):
    """A reason, and nothing else."""

    reason = LongTextField(label="Why?", thing="why", rows=3, max_length=300)


class ShutOutForm(NhsForm):
    """Whom, and why."""

    kind = RadioField(
        label="Why are they shut out?",
        thing="why they are shut out",
        choices=[Choice(reason.value, words) for reason, words in REASONS.items()],
    )
    note = LongTextField(
        label="What is known about it?",
        thing="what is known about it",
        hint="Seen by those alone who may let them in again",
        rows=3,
        max_length=300,
    )

    def __init__(self, *args: Any, people: Iterable[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = SelectField(label="Who?", thing="who is shut out", choices=people_choices(people))
        self.fields = {"member": who, **self.fields}


class RestrictForm(NhsForm):
    """Who is named, and why."""

    reason = LongTextField(
        label="Why is the case restricted?",
        thing="why the case is restricted",
        hint="It stands in the timeline, for everybody who still sees the case",
        rows=3,
        max_length=300,
    )

    def __init__(self, *args: Any, people: Iterable[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = CheckboxesField(
            label="Who may see it, besides Governance?",
            thing="who may see it",
            hint="They keep what they are: who handles the case goes on handling it",
            choices=people_choices(people),
            required=False,
        )
        self.fields = {"named": named, **self.fields}


class BreakGlassForm(NhsForm):
    """Which case, and why."""

    reference = TextField(
        label="Reference of the case", thing="the reference of the case", width=20, max_length=40
    )
    reason = LongTextField(
        label="Why do you need to see it?",
        thing="why you need to see it",
        hint="Governance reads this at once and reviews it",
        rows=4,
        max_length=500,
    )


class ReviewForm(NhsForm):
    """What Governance makes of it."""

    note = LongTextField(
        label="What did the review find?",
        thing="what the review found",
        hint="For example: was it needed, and does anything follow from it",
        rows=4,
        max_length=500,
    )
