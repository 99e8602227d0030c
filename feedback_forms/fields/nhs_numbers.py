"""An NHS number as people write it, kept as its ten digits."""

from typing import Any

from django.core.exceptions import ValidationError

from feedback_forms.fields.bound import NhsBoundField
from feedback_forms.fields.text import TextField
from feedback_forms.rules.nhs_number import NhsNumberError, read_nhs_number, spaced


class NhsNumberField(TextField):
    """Ten digits; shown as 999 123 4567."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"width": 10, "inputmode": "numeric", "max_length": 30, **kwargs})

    def clean(self, value: Any) -> str:
        """The digits; each flaw has a message of its own."""
        text = super().clean(value)
        try:
            return read_nhs_number(text) if text else ""
        except NhsNumberError as error:
            raise ValidationError(error.flaw.value, code=error.flaw.name.lower()) from None

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        if len(params["value"]) == 10 and params["value"].isdigit():
            params["value"] = spaced(params["value"])
        return params
