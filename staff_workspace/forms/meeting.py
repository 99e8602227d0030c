"""The forms behind fixing a meeting and recording its steps."""

import re
from collections.abc import Iterable
from datetime import time

from django.core.exceptions import ValidationError

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    SelectField,
    TextField,
)
from staff_workspace.policy.meeting_steps import MeetingStep

CIRCUMSTANCES = (
    Choice("senior_chair", "A senior person chairs it"),
    Choice("break_planned", "A break is planned"),
    Choice("at_home", "It is at the person's home"),
    Choice("risk_assessed", "The risk of meeting there was assessed"),
    Choice("recorded", "It will be recorded"),
    Choice("all_agree_to_recording", "Everybody present has agreed to the recording"),
    Choice("legal_representative", "A legal representative comes with the person"),
    Choice("subject_attends", "A member of staff who is complained about attends"),
    Choice("person_agrees_to_subject", "The person has agreed to their coming"),
)
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class FixMeetingForm(NhsForm):
    """When, where, for how long, with whom in the chair, and what is special about it."""

    on = DateField(label="Which day?", thing="the day of the meeting")
    begins = TextField(
        label="When does it begin?",
        thing="when it begins",
        hint="For example, 14:30",
        max_length=20,
    )
    minutes = SelectField(
        label="How long is it planned for?",
        thing="how long it is planned for",
        choices=[
            (str(m), words)
            for m, words in (
                (30, "30 minutes"),
                (60, "1 hour"),
                (90, "1 hour 30 minutes"),
                (120, "2 hours"),
                (180, "3 hours"),
                (240, "4 hours"),
            )
        ],
    )
    where = TextField(
        label="Where?", thing="where it is", hint="A place, or how to join online", max_length=200
    )
    chair = TextField(
        label="Who chairs it?", thing="who chairs it", max_length=120, spellcheck=False
    )
    circumstances = CheckboxesField(
        label="What is true of it?",
        thing="what is true of it",
        choices=CIRCUMSTANCES,
        required=False,
    )
    note = LongTextField(
        label="Who attends, and what is needed?", rows=4, max_length=1000, required=False
    )

    def clean_begins(self) -> time:
        """A time of day."""
        found = CLOCK.fullmatch(self.cleaned_data["begins"].strip())
        if not found:
            raise ValidationError("Enter when it begins as a time, like 14:30")
        return time(int(found[1]), int(found[2]))


class MeetingStepForm(NhsForm):
    """Which step, when, and what came of it."""

    key = RadioField(label="What happened?", thing="what happened", choices=[])
    on = DateField(label="When was it?", thing="the date", past=True)
    note = LongTextField(label="Note for the timeline", rows=4, max_length=4000, required=False)

    def __init__(self, *args, steps: Iterable[MeetingStep], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"] = RadioField(
            label="What happened?",
            thing="what happened",
            choices=[Choice(step.key, step.label) for step in steps],
        )
