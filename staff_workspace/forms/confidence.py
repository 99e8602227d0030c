"""The form behind breaking confidence; whether it is enough says the policy, not the form."""

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.policy.confidentiality import GROUNDS, BreachRecord, advisers_to_ask
from staff_workspace.policy.profile import Profile


class BreakConfidenceForm(NhsForm):
    """Everything that is on record before something is shared without consent."""

    # Whether advice is needed, the policy says: above the form, and again where some is missing.
    marks_optional = False

    ground = RadioField(
        label="On which ground?",
        thing="the ground",
        choices=[Choice(key, words) for key, words in GROUNDS.items()],
    )
    rationale = LongTextField(
        label="Why is it necessary?", thing="why it is necessary", rows=4, max_length=2000
    )
    consent_attempts = LongTextField(
        label="What was done to get consent?",
        thing="what was done to get consent",
        hint="If asking would itself be dangerous, say so",
        rows=3,
        max_length=2000,
    )
    advisers = CheckboxesField(
        label="Who gave advice?", thing="who gave advice", choices=[], required=False
    )
    shared_what = LongTextField(
        label="What is shared?", thing="what is shared", rows=3, max_length=2000
    )
    proportionality = LongTextField(
        label="Why no more than that, and no less?",
        thing="why no more is shared than needed",
        rows=3,
        max_length=2000,
    )
    shared_with = TextField(label="With whom?", thing="with whom it is shared", max_length=200)
    on = DateField(label="When was it shared?", thing="the day it was shared", past=True)

    def __init__(self, *args, profile: Profile, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        asked = advisers_to_ask(profile)
        self.fields["advisers"] = CheckboxesField(
            label="Who gave advice?",
            thing="who gave advice",
            choices=[Choice(role, title) for role, title in asked.items()],
            required=False,
        )

    def record(self) -> BreachRecord:
        """What was filled in, for the policy to judge."""
        data = self.cleaned_data
        texts = ("ground", "rationale", "consent_attempts", "proportionality")
        return BreachRecord(
            **{name: data[name] for name in (*texts, "shared_what", "shared_with")},
            advisers=frozenset(data["advisers"] or ()),
        )
