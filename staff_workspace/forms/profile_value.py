"""The form for one value of the policy: what is in force, what the policy says, and the grounds."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback_forms.fields import (
    Choice,
    ConfirmField,
    DateField,
    LongTextField,
    NhsForm,
    RadioField,
    TextField,
)
from staff_workspace.forms.profile_kinds import ValueKind, kind_of
from staff_workspace.policy.compare import values
from staff_workspace.policy.parameter_names import name_of
from staff_workspace.policy.profile import Profile, ProfileError, load
from staff_workspace.policy.profile_changes import laxer_than_law, with_value

SAME, OTHER, SILENT = "same", "other", "silent"
# What the profile refuses, by the words of its rule: the field it belongs to and what to do.
REFUSALS = {
    "needs its source": (
        "source",
        "Enter the paragraph of the policy, or choose that it is silent",
    ),
    "needs a reason": (
        "reason",
        "Enter why it is not confirmed, or why it differs from the policy",
    ),
    "needs both a name": ("verified_by", "Enter who confirmed it and when"),
    "below 0": ("in_force", "{name} must be 0 or more"),
}


class ProfileValueForm(NhsForm):
    """Built from the type of the value; what the profile's own rules refuse stands beside it."""

    # Which of them may stay empty depends on the others; the refusals say it.
    marks_optional = False

    source = TextField(
        label="Where the policy says so",
        label_size="m",
        hint="The paragraph or appendix, for example 8.10.1",
        required=False,
    )
    verified = ConfirmField(
        label="Checked",
        statement="I have confirmed this value against the policy",
        required=False,
    )
    verified_by = TextField(
        label="Who confirmed it",
        thing="who confirmed it",
        hint="Name and job title",
        max_length=160,
        required=False,
    )
    verified_on = DateField(
        label="When it was confirmed", thing="the day it was confirmed", required=False
    )
    reason = LongTextField(
        label="Reason",
        label_size="m",
        hint="Why it is not confirmed, or why it differs from what the policy says",
        rows=3,
        max_length=500,
        required=False,
    )

    def __init__(
        self, *args: Any, profile: Profile, key: str, confirmed_by: str = "", **kwargs: Any
    ) -> None:
        self.profile, self.key, self.confirmed_by = profile, key, confirmed_by
        self.value = values(profile)[key]
        self.name = name_of(profile, key)
        self.kind: ValueKind = kind_of(profile, key, self.value)
        kwargs.setdefault("initial", self.as_initial())
        super().__init__(*args, **kwargs)

    def add_fields(self) -> None:
        """The value itself, in the control that fits its kind, before the grounds."""
        policy = RadioField(
            label="What does the policy say?",
            thing="what the policy says",
            choices=[
                Choice(SAME, "The same as what is in force"),
                Choice(OTHER, "Something else: the law or a decision comes first", reveals="says"),
                Choice(SILENT, "Nothing: it is silent on this"),
            ],
        )
        says = TextField(label="The policy says", thing="what the policy says", max_length=300)
        first = {"in_force": self.kind.field("In force"), "policy": policy, "says": says}
        self.fields = {**first, **self.fields}

    def as_initial(self) -> dict[str, Any]:
        """What the form starts with."""
        value = self.value
        policy = SILENT if value.silent else OTHER if value.overridden_by_law else SAME
        return {
            "in_force": self.kind.shown(value.in_force),
            "policy": policy,
            "says": self.kind.typed(value.policy_says) if policy == OTHER else "",
            "source": value.source,
            "verified": value.verified,
            "reason": value.reason,
            # For whoever confirms it now; without the box it is not kept.
            "verified_by": value.verified_by or ("" if value.verified else self.confirmed_by),
            "verified_on": value.verified_on or (None if value.verified else timezone.localdate()),
        }

    def clean(self) -> dict[str, Any]:
        """Judge the whole value by the profile's own rules and by the law."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        try:
            cleaned["value"] = self.as_value(cleaned)
            self.judge_confirmation(cleaned)
            changed = with_value(self.profile, self.key, cleaned["value"])
        except ValidationError as error:
            self.add_error("in_force", error)
        except ProfileError as error:
            for part, what in error.faults:
                self.add_error(*self.refusal(part, what))
        else:
            for _, words in laxer_than_law(changed, load("statute"), self.key):
                self.add_error("in_force", f"{self.name} {words}")
        return cleaned

    def judge_confirmation(self, cleaned: dict[str, Any]) -> None:
        """A value that is confirmed now, or is another one, is confirmed by somebody on a day."""
        new = cleaned["value"]
        old = self.value.model_dump(mode="json")
        confirmed_now = new["verified"] and (
            not old["verified"] or new["in_force"] != old["in_force"]
        )
        if confirmed_now and not cleaned["verified_by"]:
            self.add_error("verified_by", "Enter who confirmed it")
        if confirmed_now and not cleaned["verified_on"]:
            self.add_error("verified_on", "Enter the day it was confirmed")
        elif cleaned["verified_on"] and cleaned["verified_on"] > timezone.localdate():
            self.add_error("verified_on", "The day it was confirmed must be today or in the past")

    def as_value(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """The parts of the Value, JSON-safe; raises ValidationError for what cannot be read."""
        in_force = self.kind.read(cleaned["in_force"], self.name)
        policy = cleaned["policy"]
        # Without the box a name and a day confirm nothing.
        confirmed = cleaned["verified"] and cleaned["verified_by"] and cleaned["verified_on"]
        says = in_force if policy == SAME else None
        if policy == OTHER:
            unchanged = cleaned["says"] == self.as_initial()["says"]
            says = self.kind.policy_says(cleaned["says"])
            says = self.value.model_dump(mode="json")["policy_says"] if unchanged else says
        return {
            "in_force": in_force,
            "policy_says": says,
            "source": cleaned["source"],
            "verified": cleaned["verified"],
            "reason": cleaned["reason"],
            "silent": policy == SILENT,
            "verified_by": cleaned["verified_by"] if confirmed else "",
            "verified_on": cleaned["verified_on"].isoformat() if confirmed else None,
        }

    def refusal(self, part: str, what: str) -> tuple[str, str]:
        """The field that a fault of the profile belongs to, and the words for it."""
        for words, (field, message) in REFUSALS.items():
            if words in what:
                return field, message.format(name=self.name)
        return (part if part in self.fields else "in_force"), f"{self.name} is of the wrong kind"
