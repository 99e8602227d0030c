"""The form for one row of a list in the policy, or for the names of the body and its policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.validators import RegexValidator
from django.forms import Field

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    LongTextField,
    NhsForm,
    PhoneField,
    RadioField,
    TextField,
)
from staff_workspace.policy.profile import Profile, ProfileError
from staff_workspace.policy.profile_rows import fact_names, plain_facts, row_of, with_row
from staff_workspace.policy.row_names import CASE_KINDS, CONTACT_KINDS, FACT_NAMES

Make = Callable[..., Field]
_OPTIONAL = frozenset(
    {
        *("ceased_on", "successor", "successor_name", "area", "email", "phone", "post", "web"),
        *("social", "last_verified", "note", "meaning", "intervention", "method"),
        *("involvement", "form"),
    }
)
_LONG = frozenset({"note", "meaning", "method", "involvement"})
_DATES = frozenset({"ceased_on", "last_verified", "day", "dated"})
_NO_VALUE = frozenset({"ceased_on", "successor", "successor_name", "last_verified"})
_HINTS = {
    "area": "For example West Essex. Leave it empty when it is for everybody",
    "post": "With commas between the lines",
    "web": "With https:// at the beginning",
    "note": "For staff: where the details come from, or what to mind",
    "last_verified": "When somebody last tried these details. Contacts are checked once a year",
    "ceased_on": "A banner says so; dates are still computed",
    "successor": "Its key in the system, for example hwe_icb",
}
_DAY_HINTS = {
    "calendar.closures": "Its own working days pause. A clock of the law goes on",
    "calendar.one_off_bank_holidays": "Nobody counts it as a working day, not even the law",
}


class ProfileRowForm(NhsForm):
    """Built from the facts of the row; what the profile refuses stands beside the field."""

    def __init__(
        self, *args: Any, profile: Profile, path: str, at: str = "", **kwargs: Any
    ) -> None:
        self.profile, self.path, self.at = profile, path, at
        self.known = plain_facts(path, row_of(profile, path, at)) if at else {}
        kwargs.setdefault("initial", {**self.known, "kinds": list(self.known.get("kinds", ()))})
        super().__init__(*args, **kwargs)

    def add_fields(self) -> None:
        """One field for each fact; a new role is asked for by its title."""
        self.fields = {name: self.field(name) for name in fact_names(self.path)}

    def field(self, name: str) -> Field:
        """The control that fits a fact."""
        label = FACT_NAMES[name]
        about: dict[str, Any] = {
            "label": label,
            "thing": label[:1].lower() + label[1:],
            "required": name not in _OPTIONAL,
            "hint": _DAY_HINTS.get(self.path, "") if name == "day" else _HINTS.get(name, ""),
        }
        if name in _DATES:
            return DateField(**about)
        if name in {"email", "phone"}:
            return (EmailField if name == "email" else PhoneField)(**about)
        if name in _LONG:
            return LongTextField(rows=3, max_length=500, **about)
        if name == "kinds":
            return CheckboxesField(choices=_choices(CASE_KINDS, self.known.get(name, ())), **about)
        if name == "is_nhs_body":
            return RadioField(choices=[Choice("True", "Yes"), Choice("False", "No")], **about)
        if name == "kind":
            return RadioField(choices=_choices(CONTACT_KINDS), **about)
        if name == "intervention":
            ways = {w.key: w.label for w in self.profile.grading.interventions}
            return RadioField(choices=[*_choices(ways), Choice("", "Not said")], **about)
        field = TextField(max_length=300, **about)
        if name == "web":
            words = "Enter a web address that begins with https://"
            field.validators.append(RegexValidator(r"^https?://\S+$", words))
        return field

    def clean(self) -> dict[str, Any]:
        """Judge the row by the profile's own rules."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        cleaned["facts"] = {name: _json_safe(name, cleaned[name]) for name in self.fields}
        try:
            with_row(self.profile, self.path, cleaned["facts"], at=self.at)
        except ProfileError as error:
            for fact, what in error.faults:
                self.add_error(fact if fact in self.fields else None, self.words(fact, what))
        return cleaned

    def words(self, fact: str, what: str) -> str:
        """What is wrong with a fact, named in words."""
        ours = not any(sign in what for sign in ("String should", "Input should", "Value error"))
        return what if ours else f"Check what stands under “{FACT_NAMES.get(fact, fact)}”"


def _choices(words: dict[str, str], known: Any = ()) -> list[Choice]:
    more = {code: code.replace("_", " ").capitalize() for code in known if code not in words}
    return [Choice(code, text) for code, text in {**words, **more}.items()]


def _json_safe(name: str, given: Any) -> Any:
    if isinstance(given, date):
        return given.isoformat()
    if name == "is_nhs_body":
        return given == "True"
    if not given:
        return None if name in _NO_VALUE else [] if name == "kinds" else ""
    return given
