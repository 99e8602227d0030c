"""Which control fits a value of the profile, and how what was typed becomes the value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from django.core.exceptions import ValidationError
from django.forms import Field

from feedback_forms.fields import (
    CheckboxesField,
    Choice,
    DateField,
    LongTextField,
    RadioField,
    TextField,
)
from staff_workspace.policy.parameter_codes import code_words, codes_for, is_free_text
from staff_workspace.policy.parameters.deciding import ScoreBand
from staff_workspace.policy.parameters.value import Value
from staff_workspace.policy.profile import Profile

BAND = re.compile(r"(\w+):\s*(\d+)\s*(?:to|-)\s*(\d+)")
NOT_SET = Choice("", "Not set")


@dataclass(frozen=True)
class ValueKind:
    """``type`` is bool, int, date, str, "numbers", "lines", "codes" or "bands"."""

    type: Any
    optional: bool
    codes: tuple[Choice, ...] = ()
    pair: bool = False
    empty: Any = None  # what an optional value is when nothing is chosen
    order: tuple[str, ...] = ()  # the codes as they stand now: a browser sends them in its own

    def field(self, label: str) -> Field:
        """The form field for the value in force."""
        about = {"label": label, "thing": "what is in force", "required": not self.optional}
        about["label_size"] = "m"
        if self.type == "codes":
            return CheckboxesField(choices=self.codes, **{**about, "required": False})
        if self.type is bool or self.codes:
            yes_no = (Choice("yes", "Yes"), Choice("no", "No"))
            choices = list(self.codes or yes_no)
            return RadioField(choices=choices + [NOT_SET] * self.optional, **about)
        if self.type is date:
            return DateField(**about)
        if self.type is int:
            return TextField(width=5, inputmode="numeric", **about)
        if self.type in {"lines", "bands"}:
            hint = "One on each line" + (", like low: 1 to 3" if self.type == "bands" else "")
            return LongTextField(hint=hint, rows=6, **{**about, "required": False})
        hint = "Two whole numbers with a comma" if self.pair else "Whole numbers with commas"
        return TextField(hint=hint if self.type == "numbers" else "", max_length=300, **about)

    def shown(self, value: Any) -> Any:
        """The value as the field shows it first."""
        if self.type == "codes":
            return list(value or ())
        return value if self.type is date else self.typed(value)

    def typed(self, value: Any) -> str:
        """The value as it is typed."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            if self.type == "bands":
                return "\n".join(f"{b.level}: {b.lowest} to {b.highest}" for b in value)
            return ("\n" if self.type == "lines" else ", ").join(str(item) for item in value)
        return str(value)

    def read(self, given: Any, name: str) -> Any:
        """What was given as a JSON-safe value; raises ValidationError with ``name`` in its words."""
        if self.type == "codes":
            kept = [code for code in self.order if code in given]
            chosen = kept + [code for code in given if code not in kept]
            return None if self.optional and not chosen else chosen
        if given is None or given == "":
            return self._nothing()
        if self.type is bool:
            return given == "yes"
        if self.type is date:
            return given.isoformat()
        if self.type is int or self.type == "numbers":
            return self._numbers(given, name)
        lines = [line.strip() for line in str(given).splitlines() if line.strip()]
        if self.type == "lines":
            return lines
        return [_band(line, name) for line in lines] if self.type == "bands" else given

    def policy_says(self, given: str) -> Any:
        """What the policy says as a value of this kind where it is one, else as its words."""
        text = given.strip()
        if self.type is bool and text.lower() in {"yes", "no"}:
            return text.lower() == "yes"
        return int(text) if self.type is int and text.isdecimal() else text

    def _nothing(self) -> Any:
        if self.optional:
            return self.empty
        return [] if self.type in {"lines", "bands", "numbers"} else ""

    def _numbers(self, given: str, name: str) -> Any:
        parts = [part.strip() for part in str(given).split(",")]
        if not all(re.fullmatch(r"-?\d{1,6}", part, re.ASCII) for part in parts):
            raise ValidationError(f"{name} must be a whole number, like 3")
        if self.type is int and len(parts) != 1:
            raise ValidationError(f"{name} must be one whole number, like 3")
        if self.pair and len(parts) != 2:
            raise ValidationError(f"{name} must be 2 whole numbers with a comma, like 7, 14")
        return int(parts[0]) if self.type is int else [int(part) for part in parts]


def kind_of(profile: Profile, key: str, value: Value[Any]) -> ValueKind:
    """The kind of the value at ``key``, read from the type that the profile declares for it."""
    declared = type(value).model_fields["in_force"].annotation
    members = get_args(declared)
    optional = NoneType in members and get_origin(declared) is not tuple
    inner = next(m for m in members if m is not NoneType) if optional else declared
    if get_origin(inner) is tuple:
        kind = _list_kind(profile, key, get_args(inner), optional)
        return replace(kind, order=value.in_force or ()) if kind.type == "codes" else kind
    if get_origin(inner) is Literal:
        return ValueKind(str, optional, _choices(profile, get_args(inner)))
    if inner is str and not is_free_text(key):
        # An empty code stands for none, where the type asks for a text.
        empty = None if optional else ""
        may_be_empty = optional or key.startswith("consent.statement_for.")
        codes = _choices(profile, codes_for(profile, key))
        return ValueKind(str, may_be_empty, codes, empty=empty)
    return ValueKind(inner, optional)


def _list_kind(profile: Profile, key: str, inside: tuple[Any, ...], optional: bool) -> ValueKind:
    if inside[0] is int:
        return ValueKind("numbers", optional, pair=inside[-1] is int)
    if inside[0] is ScoreBand:
        return ValueKind("bands", optional)
    if get_origin(inside[0]) is Literal:
        return ValueKind("codes", optional, _choices(profile, get_args(inside[0])))
    if is_free_text(key):
        return ValueKind("lines", optional)
    return ValueKind("codes", optional, _choices(profile, codes_for(profile, key)))


def _choices(profile: Profile, codes: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code, code_words(code, profile)) for code in codes)


def _band(line: str, name: str) -> dict[str, Any]:
    found = BAND.fullmatch(line)
    if not found:
        raise ValidationError(f"{name} must have lines like low: 1 to 3")
    return {"level": found[1], "lowest": int(found[2]), "highest": int(found[3])}
