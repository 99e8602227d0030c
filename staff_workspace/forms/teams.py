"""The forms behind putting somebody into a team and ending it."""

from collections.abc import Iterable
from typing import Any

from feedback_forms.fields import DateField, LongTextField, NhsForm, SelectField
from permissions.models import StaffMember
from staff_workspace.forms.access import people_choices


class JoinForm(NhsForm):
    """Who, from when to when, and why."""

    starts_on = DateField(
        label="From when?",
        thing="the first day",
        hint="Leave it empty for at once",
        required=False,
    )
    ends_on = DateField(
        label="Until when?",
        thing="the last day",
        hint="They leave at the end of this day. Leave it empty for no end",
        required=False,
    )
    reason = LongTextField(label="Why?", thing="why", rows=2, max_length=300)

    def __init__(self, *args: Any, people: Iterable[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = SelectField(label="Who?", thing="who joins", choices=people_choices(people))
        self.fields = {"member": who, **self.fields}


class EndForm(NhsForm):
    """When it ends, and why."""

    ends_on = DateField(
        label="When does it end?",
        thing="the last day",
        hint="They leave at the end of this day. Leave it empty for at once",
        required=False,
    )
    reason = LongTextField(label="Why?", thing="why", rows=2, max_length=300)
