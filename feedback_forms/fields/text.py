"""One line of text, an e-mail address, a phone number, a password, and long text."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator

from feedback_forms.fields.base import NhsField, upper_first
from feedback_forms.fields.bound import NhsBoundField
from feedback_forms.rules.received import read_time

EMAIL_MESSAGE = "Enter an email address in the correct format, like name@example.com"
TIME_MESSAGE = "Enter a time, like 9:30 or 2:05pm"
PHONE_MESSAGE = "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192"


class TextField(NhsField, forms.CharField):
    """One line of text; ``width`` in characters (2, 3, 4, 5, 10, 20, 30) or full."""

    component = "input"
    input_type = "text"

    def __init__(
        self,
        *,
        width: int | None = None,
        autocomplete: str = "",
        spellcheck: bool | None = None,
        inputmode: str = "",
        max_length: int = 200,
        **kwargs: Any,
    ) -> None:
        self.width, self.autocomplete = width, autocomplete
        self.spellcheck, self.inputmode = spellcheck, inputmode
        super().__init__(max_length=max_length, **kwargs)
        self.replace_length_message(max_length)

    def replace_length_message(self, limit: int) -> None:
        """Say the limit the design system's way."""
        words = f"{upper_first(self.thing)} must be {limit:,} characters or less"
        kept = [v for v in self.validators if not isinstance(v, MaxLengthValidator)]
        self.validators = [*kept, MaxLengthValidator(limit, words)]

    def to_python(self, value: Any) -> str:
        """The text without the characters that no keyboard types."""
        return super().to_python(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value or ""))

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        value = bound.value()
        params.update(
            value="" if value is None else str(value),
            type=self.input_type,
            width=self.width,
            autocomplete=self.autocomplete or None,
            inputmode=self.inputmode or None,
        )
        if self.spellcheck is not None:
            params["spellcheck"] = self.spellcheck
        return params


class EmailField(TextField):
    """An e-mail address of up to 254 characters."""

    input_type = "email"

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"max_length": 254, "spellcheck": False, **kwargs}
        super().__init__(**kwargs)
        self.validators.append(EmailValidator(EMAIL_MESSAGE))


class PhoneField(TextField):
    """A phone number as people write it: spaces, brackets, dashes, +44; kept as typed."""

    input_type = "tel"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 40, "width": 20, **kwargs})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        bare = re.sub(r"[\s().\-–]", "", re.sub(r"(?i)\s*(ext|x)\.?\s*\d{1,6}$", "", text))
        if text and not re.fullmatch(r"\+?\d{7,15}", bare, re.ASCII):
            raise ValidationError(PHONE_MESSAGE, code="phone")
        return text


class TimeField(TextField):
    """A time of day as people write it: 9:30, 14.05, 2:05pm; kept as typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 10, "width": 5, **kwargs})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and read_time(text) is None:
            raise ValidationError(TIME_MESSAGE, code="time")
        return text


class PasswordField(TextField):
    """A password: kept as typed, never shown again."""

    component = "password-input"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"strip": False, "max_length": 4096, "width": 20, **kwargs})

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        return {**super().params(bound), "value": ""}


class LongTextField(TextField):
    """Several lines, with the limit stated and, where JavaScript runs, counted."""

    component = "character-count"
    #: Safe HTML that stands between the label and the box.
    before_box = ""

    def __init__(self, *, rows: int = 8, max_length: int = 4000, **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        """One line end is one character, as the counter counts."""
        return super().to_python((value or "").replace("\r\n", "\n"))

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        params.update(rows=self.rows, maxlength=self.max_length)
        if self.before_box:
            params["formGroup"] = {"beforeInput": {"html": self.before_box}}
        return params
