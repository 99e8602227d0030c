"""A postal address in the United Kingdom or elsewhere, in five boxes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import conditional_escape

from feedback_forms.fields.base import GroupField
from feedback_forms.fields.bound import NhsBoundField
from feedback_forms.rules.answers import Address
from feedback_forms.rules.postcodes import is_postcode

#: name → (label, columns of the box, autocomplete token)
BOXES = {
    "line_1": ("Address line 1", None, "address-line1"),
    "line_2": ("Address line 2 (optional)", None, "address-line2"),
    "town": ("Town or city", 20, "address-level2"),
    "postcode": ("Postcode", 10, "postal-code"),
    "country": ("Country, if not in the UK (optional)", 20, "country-name"),
}
LONGEST = 120


class FiveBoxes(forms.Widget):
    """Reads the boxes into a dict of what was typed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}") or "").strip() for part in BOXES}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in BOXES)


class AddressField(GroupField):
    """An Address. Abroad, neither town nor postcode is asked for. ``own``: fill-in by browsers."""

    component = "address"
    verb = "Enter"
    widget = FiveBoxes

    def __init__(self, *, own: bool = False, **kwargs: Any) -> None:
        self.own = own
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Address | None:
        """The address, None when left empty and optional; each box has a message of its own."""
        typed = {part: (value or {}).get(part, "").replace("\x00", "") for part in BOXES}
        if not any(typed.values()) and not self.required:
            return None
        flaws = _flaws(typed)
        if flaws:
            raise ValidationError(
                [ValidationError(text, params={"parts": (part,)}) for part, text in flaws.items()]
            )
        return Address(**typed)

    def items(self, bound: NhsBoundField) -> list[dict[str, str]]:
        """One line of the error summary for each box that is wrong."""
        return [
            {"text": text, "href": f"#{bound.auto_id}-{part}"}
            for part, text in _messages(bound).items()
        ]

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        params.pop("errorMessage", None)
        messages = _messages(bound)
        value = bound.value()
        typed = value if isinstance(value, dict) else (vars(value) if value else {})
        boxes = []
        for part, (label, width, token) in BOXES.items():
            box: dict[str, Any] = {
                "id": f"{bound.auto_id}-{part}",
                "name": f"{bound.html_name}-{part}",
                "label": {"text": label},
                "value": typed.get(part, ""),
                "width": width,
                "autocomplete": token if self.own else None,
                "spellcheck": False,
            }
            if part in messages:
                box["errorMessage"] = {"text": conditional_escape(messages[part])}
            boxes.append(box)
        return {**params, "boxes": boxes}


def _flaws(typed: dict[str, str]) -> dict[str, str]:
    flaws = {
        part: f"{BOXES[part][0].split(' (')[0]} must be {LONGEST} characters or less"
        for part, text in typed.items()
        if len(text) > LONGEST
    }
    if not typed["line_1"]:
        flaws["line_1"] = "Enter address line 1, typically the building and street"
    if not typed["country"]:
        if not typed["town"]:
            flaws["town"] = "Enter town or city"
        if not typed["postcode"]:
            flaws["postcode"] = "Enter postcode"
        elif not is_postcode(typed["postcode"]):
            flaws["postcode"] = "Enter a full UK postcode, like AB1 2CD"
    return {part: flaws[part] for part in BOXES if part in flaws}


def _messages(bound: NhsBoundField) -> dict[str, str]:
    found = {}
    for error in bound.errors.as_data():
        for part in (error.params or {}).get("parts", ()):
            found[part] = str(error.message)
    return found
