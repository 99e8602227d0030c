"""The form behind "Share this case"."""

from collections.abc import Iterable

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    SelectField,
)
from permissions.models import StaffMember, Team
from permissions.rules.matrix import Role


class ShareForm(NhsForm):
    """With whom, as what, why and until when."""

    member = SelectField(label="Who?", thing="a colleague or a team", choices=[])
    role = RadioField(
        label="What may they do?",
        thing="what they may do",
        choices=[
            Choice(Role.VIEWER, "Read the case and its evidence"),
            Choice(
                Role.INVESTIGATOR,
                "Work on the case",
                hint="Record findings and draft the response; not share, send or close",
                reveals="unconnected",
            ),
        ],
    )
    unconnected = ConfirmField(
        label="Fairness",
        thing="that the complaint is not about them",
        messages={"required": "Confirm that the complaint is not about them"},
        statement="The complaint is not about this person, or anybody in this team",
    )
    reason = LongTextField(
        label="Why do they need it?", thing="why they need it", rows=3, max_length=300
    )
    ends_on = DateField(
        label="Until when?",
        thing="the last day",
        hint="They lose access at the end of this day. Leave it empty for no end",
        required=False,
    )

    def __init__(
        self, *args, colleagues: Iterable[StaffMember], teams: Iterable[Team] = (), **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        people = [Choice(f"member-{m.pk}", f"{m.name}, {m.job_title}") for m in colleagues]
        whole = [Choice(f"team-{t.pk}", f"The team {t.name}") for t in teams]
        self.fields["member"] = SelectField(
            label="Who?", thing="a colleague or a team", choices=[*people, *whole]
        )
