"""The forms behind "Claim, press, risk or other body" and "Change what kind it is"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField, TextField
from staff_workspace.policy.intake import KINDS


class DescribeForm(NhsForm):
    """What bears on the case; empty where nothing is known."""

    legal_or_media = LongTextField(
        label="Does the person mean to make a claim, or to go to the press?",
        hint="What they said. Leave it empty if nothing is known",
        rows=3,
        max_length=1000,
        required=False,
    )
    immediate_risk = LongTextField(
        label="Is anybody at risk now?",
        hint="Who, of what, and what was done about it at once",
        rows=3,
        max_length=1000,
        required=False,
    )
    other_body = TextField(
        label="Where else have they complained already?",
        hint="For example the hospital, a regulator or the ombudsman",
        max_length=200,
        required=False,
    )


class KindForm(NhsForm):
    """What the person wishes, what staff think right, and why."""

    wished = RadioField(
        label="What does the person want it dealt with as?",
        thing="what the person wants",
        hint="If they want a complaint, it is one",
        choices=[Choice(key, label) for key, label in KINDS.items()],
    )
    advise = RadioField(
        label="Do you recommend that it is dealt with as a complaint?",
        thing="whether you recommend a complaint",
        choices=[Choice("yes", "Yes"), Choice("no", "No")],
    )
    reason = LongTextField(
        label="What did they say, and when?",
        thing="what they said",
        rows=3,
        max_length=1000,
    )
