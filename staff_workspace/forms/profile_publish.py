"""The forms that put a draft of the policy up, approve it, send it back or read it from a file."""

import tomllib
from typing import Any

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    FileField,
    LongTextField,
    NhsForm,
    RadioField,
)
from staff_workspace.policy.profile import Profile, ProfileError

LARGEST_FILE = 500_000  # bytes; the shipped profiles have about 25,000


class SubmitForm(NhsForm):
    """As what the change is published, from when, and why."""

    kind = RadioField(
        label="What is this change?",
        thing="what this change is",
        choices=[
            Choice(
                "new_version",
                "A new version",
                hint="The policy changes: for cases received from its day on. Open cases keep theirs",
                reveals="effective_from",
            ),
            Choice(
                "correction",
                "A correction",
                hint="It was recorded wrongly: counts at once, also for open cases that hold it",
            ),
        ],
    )
    effective_from = DateField(
        label="From which day?",
        thing="the day that the new version takes effect",
        hint="Today or later",
    )
    why = LongTextField(
        label="Why is it changed?",
        thing="why it is changed",
        hint="The approver and later readers see this. Names of people do not belong here",
        rows=4,
        max_length=1000,
    )


class ApprovePolicyForm(NhsForm):
    """The second person's declaration."""

    checked = ConfirmField(
        label="Before you approve",
        thing="that you have checked the change",
        messages={"required": "Confirm that you have checked the change"},
        statement="I have read every value that changes and approve its publication",
    )


class ReturnPolicyForm(NhsForm):
    """Why a draft goes back."""

    because = LongTextField(
        label="What has to change?", thing="what has to change", rows=3, max_length=1000
    )


class ProfileFileForm(NhsForm):
    """A whole profile as a TOML file, judged by the rules of the profile."""

    file = FileField(label="Profile file (TOML)", thing="a profile file")

    def clean_file(self) -> Profile:
        """The profile in the file; what is wrong with it is named key by key."""
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST_FILE:
            self.add_error("file", "The selected file must be smaller than 500 kB")
            return sent
        try:
            data: dict[str, Any] = tomllib.loads(sent.read().decode())
            return Profile.from_dict(data, origin=sent.name)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError):
            self.add_error("file", "The selected file must be a profile in TOML")
        except ProfileError as error:
            keys = ", ".join(dict.fromkeys(key for key, _ in error.faults)) or str(error)
            self.add_error("file", f"The selected file has faults at: {keys}")
        return sent
