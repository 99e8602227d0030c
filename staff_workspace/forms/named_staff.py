"""The form behind recording what was done for a member of staff who is named."""

from collections.abc import Iterable

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.policy.investigation import DONE_FOR_STAFF

NEW = "new"
# By name, not by place: a colleague may add somebody while the form is open.
KNOWN = "known "


class TellStaffForm(NhsForm):
    """Who, what was done, by whom and on which day."""

    who = RadioField(label="Who is it?", thing="who it is", choices=[])
    name = TextField(
        label="Their name and what they do",
        thing="the name",
        max_length=160,
        spellcheck=False,
        required=False,
    )
    done = CheckboxesField(
        label="What was done?",
        thing="what was done",
        choices=[Choice(key, words) for key, words in DONE_FOR_STAFF.items()],
    )
    told_by = TextField(
        label="Who did it?",
        thing="who did it",
        hint="For instance their manager, by name",
        max_length=160,
        spellcheck=False,
    )
    on = DateField(label="When was it?", thing="the date", past=True)
    note = LongTextField(
        label="What did they say, or what else matters?", rows=4, max_length=4000, required=False
    )

    def __init__(self, *args, people: Iterable[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known = [Choice(f"{KNOWN}{name}", name) for name in people]
        if not known:
            del self.fields["who"]
            self.fields["name"].required = True
            return
        self.fields["who"] = RadioField(
            label="Who is it?",
            thing="who it is",
            choices=[*known, Choice(NEW, "Somebody else", reveals="name")],
        )

    def clean_name(self) -> str:
        """Asked of everybody who is not on the list yet."""
        name = self.cleaned_data["name"]
        if not name and self.cleaned_data.get("who", NEW) == NEW:
            self.add_error("name", "Enter the name")
        return name

    @property
    def person(self) -> str:
        """Whom it is about."""
        who: str = self.cleaned_data.get("who", NEW)
        return str(self.cleaned_data["name"]) if who == NEW else who.removeprefix(KNOWN)
