"""The base of all forms: which fields stand on the page, conditional ones, the error summary."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.utils import ErrorDict

from feedback_forms.fields.bound import NhsBoundField
from feedback_forms.fields.choices import ChoicesMixin


class NhsForm(forms.Form):
    """A form whose fields draw themselves. Browsers validate nothing (``novalidate``)."""

    use_required_attribute = False
    #: One question on the page: its label or legend is the h1.
    question_is_heading: ClassVar[bool] = False
    #: Write "(optional)" after the labels of optional fields.
    marks_optional: ClassVar[bool] = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_fields()
        # Bound fields are kept once made, so they are not asked for before a form is complete.
        standing = self.standing() if self.question_is_heading else []
        if len(standing) == 1:
            field: Any = standing[0].field
            field.heading = True

    def add_fields(self) -> None:
        """For forms whose fields are known only when they are made."""

    def revealed(self) -> dict[str, tuple[str, str]]:
        """The conditional fields: name → the field and the value that reveal it."""
        return {
            choice.reveals: (name, choice.value)
            for name, field in self.fields.items()
            if isinstance(field, ChoicesMixin)
            for choice in field.rich_choices
            if choice.reveals
        }

    def standing(self) -> list[NhsBoundField]:
        """The fields to draw one after the other; conditional ones are drawn by their option."""
        inside = self.revealed()
        return [self[name] for name in self.fields if name not in inside]

    def _clean_fields(self) -> None:
        super()._clean_fields()
        for name, (parent, value) in self.revealed().items():
            chosen = self.cleaned_data.get(parent)
            picked = value in chosen if isinstance(chosen, list) else chosen == value
            if name in self.fields and not picked:
                # Hidden means not asked: what stands there is neither judged nor kept.
                self._errors.pop(name, None)
                self.cleaned_data[name] = None

    @property
    def is_multipart_form(self) -> bool:
        """Whether the form tag needs the multipart encoding."""
        return self.is_multipart() or any(
            isinstance(field, forms.FileField) for field in self.fields.values()
        )

    @property
    def error_prefix(self) -> str:
        """What the page's title begins with after a refusal."""
        return "Error: " if self.errors else ""

    def error_list(self) -> list[dict[str, str]]:
        """The error summary's items, in the order of the page."""
        items = [{"text": str(text)} for text in self.non_field_errors()]
        for bound in (self[name] for name in self.fields):
            items += bound.summary()
        return items

    def keep_unjudged(self, message: str) -> None:
        """Show what was typed again with one message, judging none of it."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        self._errors[NON_FIELD_ERRORS] = self.error_class([message], error_class="nonfield")
