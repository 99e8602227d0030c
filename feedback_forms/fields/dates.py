"""A date in three boxes, exact or as well as it is remembered."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback_forms.fields.base import GroupField, upper_first
from feedback_forms.fields.bound import NhsBoundField
from feedback_forms.rules.dates import PARTS, DateError, Flaw, PartialDate, read_date


class ThreeBoxes(forms.Widget):
    """Reads the three boxes into a dict of what was typed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}") or "") for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return id_


class PartialDateField(GroupField):
    """A PartialDate: the day, or day and month, may stay empty. ``past`` refuses later days."""

    component = "date-input"
    verb = "Enter"
    widget = ThreeBoxes
    approximate = True

    def __init__(self, *, past: bool = False, autocomplete: str = "", **kwargs: Any) -> None:
        self.past = past
        self.autocomplete = autocomplete
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """The date, None when left empty and optional; raises ValidationError with its parts."""
        typed = value or dict.fromkeys(PARTS, "")
        today = timezone.localdate() if self.past else None
        try:
            found = read_date(
                *(typed[part] for part in PARTS), today=today, approximate=self.approximate
            )
        except DateError as error:
            if error.flaw is Flaw.MISSING and not self.required:
                return None
            parts = {"parts": error.parts}
            raise ValidationError(self.message(error), code=error.flaw, params=parts) from None
        return self.result(found)

    def result(self, found: PartialDate) -> Any:
        """What the form's cleaned data holds."""
        return found

    def message(self, error: DateError) -> str:
        """The design system's words for what is wrong."""
        name = upper_first(self.thing)
        if error.flaw is Flaw.MISSING:
            return str(self.error_messages["required"])
        if error.flaw is Flaw.INCOMPLETE:
            return f"{name} must include a {' and '.join(error.parts)}"
        if error.flaw is Flaw.UNREAL:
            return f"{name} must be a real date"
        return f"{name} must be in the past"

    def focus_id(self, bound: NhsBoundField) -> str:
        parts = bound.error_parts or PARTS
        return f"{bound.auto_id}-{parts[0]}"

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        typed = boxes(bound.value())
        wrong = bound.error_parts or (PARTS if bound.error_text else ())
        params["items"] = [
            {
                "name": f"{bound.html_name}-{part}",
                "id": f"{bound.auto_id}-{part}",
                "label": part.capitalize(),
                "value": typed[part],
                "width": {"day": 2, "month": 3, "year": 4}[part],
                # A month may be typed as a word, so no numeric keyboard for it.
                "inputmode": "text" if part == "month" else "numeric",
                "autocomplete": f"{self.autocomplete}-{part}" if self.autocomplete else None,
                "error": part in wrong,
            }
            for part in PARTS
        ]
        return params


class DateField(PartialDateField):
    """An exact day, as a ``datetime.date``."""

    approximate = False

    def result(self, found: PartialDate) -> date | None:
        return found.exact


def boxes(value: Any) -> dict[str, str]:
    """What stands in the boxes: what was typed, or a date taken apart."""
    if isinstance(value, dict):
        return {part: value.get(part, "") for part in PARTS}
    if value is None or value == "":
        return dict.fromkeys(PARTS, "")
    return {part: str(getattr(value, part) or "") for part in PARTS}
