"""The form behind "Grade"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField
from staff_workspace.policy import grading
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.stages import stages_of


class GradeForm(NhsForm):
    """The body's own grades, with what they mean."""

    grade = RadioField(label="How serious is it?", thing="how serious it is", choices=[])
    reason = LongTextField(label="Why this grade?", thing="the reason", rows=3, max_length=1000)
    risk = RadioField(
        label="Is the case complex, or may it become a claim?",
        thing="whether it is complex or may become a claim",
        hint="Then the response needs a further approval",
        choices=[Choice("yes", "Yes"), Choice("no", "No")],
    )

    def __init__(self, *args, profile: Profile, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade"] = RadioField(
            label="How serious is it?",
            thing="how serious it is",
            choices=[
                Choice(grade.key, grade.label, hint=grade.meaning)
                for grade in grading.grades(profile)
            ],
        )
        if "further_approval" not in stages_of(profile):
            del self.fields["risk"]

    def complex_or_claim(self) -> bool | None:
        """What was answered; None where this body does not ask."""
        return {"yes": True, "no": False}.get(self.cleaned_data.get("risk", ""))
