"""A bound field that draws itself through the Jinja2 engine."""

from typing import Any

from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe


class NhsBoundField(BoundField):
    """What ``{{ form.name }}`` is: prints the whole NHS component."""

    def __str__(self) -> SafeString:
        return self.draw()

    __html__ = __str__

    def as_field_group(self) -> SafeString:
        """The same drawing, for code that asks Django's way."""
        return self.draw()

    def draw(self) -> SafeString:
        """Label, hint, error and control, as safe HTML."""
        field: Any = self.field
        name = f"feedback_forms/fields/{field.component}.jinja"
        return mark_safe(render_to_string(name, {"params": field.params(self)}))  # nosec B308 B703

    @property
    def error_text(self) -> str:
        """The first message, or nothing. A person mends one thing at a time."""
        return self.errors[0] if self.errors else ""

    @property
    def error_parts(self) -> tuple[str, ...]:
        """Which boxes of a date are wrong."""
        for error in self.errors.as_data():
            if error.params and "parts" in error.params:
                return tuple(error.params["parts"])
        return ()

    @property
    def focus_id(self) -> str:
        """The id of the control that a link in the error summary goes to."""
        field: Any = self.field
        return field.focus_id(self)

    def summary(self) -> list[dict[str, str]]:
        """Its lines in the error summary."""
        field: Any = self.field
        if not self.errors:
            return []
        if hasattr(field, "items"):
            return list(field.items(self))
        return [{"text": self.error_text, "href": f"#{self.focus_id}"}]
