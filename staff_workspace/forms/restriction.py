"""The forms behind restricting contact, looking at it again and ending it."""

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.restriction_criteria import CRITERIA
from staff_workspace.policy.restriction_decision import (
    GROUNDS,
    Decision,
    check_words,
    checks_asked,
)


class RestrictContactForm(NhsForm):
    """What was seen, what was done before, and who decided."""

    criteria = CheckboxesField(label="What was seen?", thing="what was seen", choices=[])
    stage_1 = RadioField(
        label="Were the steps before a restriction taken?",
        thing="whether the steps before were taken",
        choices=[Choice("yes", "Yes"), Choice("no", "No", reveals="why_no_stage_1")],
    )
    why_no_stage_1 = TextField(
        label="Why not?", thing="why they were left out", max_length=200, required=False
    )
    checks = CheckboxesField(
        label="What was done before the decision?",
        thing="what was done before",
        choices=[],
        required=False,
    )
    role = RadioField(label="Whose decision is it?", thing="whose decision it is", choices=[])
    decided_by = TextField(
        label="Name of the person who decided", thing="who decided", max_length=160
    )
    capacity = RadioField(
        label="In which capacity?",
        thing="in which capacity",
        choices=[
            Choice("holder", "As holder of the office"),
            Choice("deputy", "As deputy", reveals="why_deputy"),
        ],
    )
    why_deputy = TextField(
        label="Why did the deputy decide?",
        thing="why the deputy decided",
        max_length=200,
        required=False,
    )
    on = DateField(label="When was it decided?", thing="the date of the decision", past=True)
    measures = LongTextField(
        label="How can the person reach us, and how not?",
        thing="how the person can reach us",
        hint="A new matter is always taken in and looked at",
        rows=4,
        max_length=2000,
    )

    def __init__(self, *args, profile: Profile, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = profile.restrictions
        seen = dict.fromkeys((*own.vex_criteria.in_force, *own.vex_plain_at_once.in_force))
        other = ("other",) if own.vex_criteria_open.in_force else ()
        self._offer("criteria", [Choice(key, CRITERIA[key]) for key in (*seen, *other)])
        asked = checks_asked(profile)
        self._offer("checks", [Choice(key, check_words(profile, key)) for key in asked])
        deciders = own.vex_deciders.in_force
        self._offer("role", [Choice(role, profile.role_title(role)) for role in deciders])

    def _offer(self, name: str, choices: list[Choice]) -> None:
        field = self.fields[name]
        self.fields[name] = type(field)(
            label=field.label, thing=field.thing, choices=choices, required=field.required
        )

    def decision(self) -> Decision:
        """The decision as the policy's rule reads it."""
        data = self.cleaned_data
        return Decision(
            on=data["on"],
            criteria=tuple(data["criteria"]),
            checks=tuple(data.get("checks") or ()),
            role=data["role"],
            deputy=data["capacity"] == "deputy",
            why_deputy=data.get("why_deputy") or "",
            stage_1_done=data["stage_1"] == "yes",
            why_no_stage_1=data.get("why_no_stage_1") or "",
        )


class ReviewRestrictionForm(NhsForm):
    """Until when the restriction goes on, and why."""

    next_review = DateField(
        label="When will it be looked at again?", thing="the day of the next review"
    )
    reason = LongTextField(label="Why does it go on?", thing="why it goes on", rows=4)


class EndRestrictionForm(NhsForm):
    """What has changed, and who agreed."""

    ground = RadioField(label="What has changed?", thing="what has changed", choices=[])
    agreed_by = CheckboxesField(label="Who agreed?", thing="who agreed", choices=[])
    reason = LongTextField(label="Reason", thing="the reason", rows=4, max_length=1000)
    told = ConfirmField(
        label="The person",
        thing="that the person is told",
        messages={"required": "Confirm that the person is told"},
        statement="The person is told that the restriction has ended",
    )

    def __init__(self, *args, profile: Profile, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = profile.restrictions
        grounds = own.vex_withdraw_grounds.in_force
        if grounds:
            choices = [Choice(key, GROUNDS[key]) for key in grounds]
            self.fields["ground"] = RadioField(
                label="What has changed?", thing="what has changed", choices=choices
            )
        else:
            del self.fields["ground"]
        self.fields["agreed_by"] = CheckboxesField(
            label="Who agreed?",
            thing="who agreed",
            choices=[Choice(r, profile.role_title(r)) for r in own.vex_withdraw_by.in_force],
        )
