"""The form behind "Grade"."""

from feedback_forms.fields import Choice, LongTextField, NhsForm, RadioField
from staff_workspace.policy import grading
from staff_workspace.policy.profile import Profile


class GradeForm(NhsForm):
    """The body's own grades, with what they mean."""

    grade = RadioField(label="How serious is it?", thing="how serious it is", choices=[])
    reason = LongTextField(label="Why this grade?", thing="the reason", rows=3, max_length=1000)

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
