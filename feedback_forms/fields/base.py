"""What every field has: label, hint, "(optional)", its messages and how it is drawn."""

from typing import Any, ClassVar

from django import forms
from django.utils.html import conditional_escape

from feedback_forms.fields.bound import NhsBoundField


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence; names and abbreviations keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def upper_first(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


class NhsField(forms.Field):
    """Mixed into Django's fields before them.

    ``thing`` is what messages call the answer ("your full name"); the label unless given.
    ``heading`` makes the label or legend the page's h1; ``statement`` stands before the control.
    """

    component: ClassVar[str]
    verb: ClassVar[str] = "Enter"

    def __init__(
        self,
        *,
        thing: str = "",
        hint: str = "",
        heading: bool = False,
        label_size: str = "",
        messages: dict[str, str] | None = None,
        statement: str = "",
        **kwargs: Any,
    ) -> None:
        label = str(kwargs.get("label") or "")
        self.thing = thing or lower_first(label)
        self.hint = hint
        self.heading = heading
        self.label_size = label_size
        self.statement = statement
        kwargs["error_messages"] = {**self.default_messages(), **(messages or {})}
        super().__init__(**kwargs)

    def default_messages(self) -> dict[str, str]:
        """The messages by code, in the words of the design system."""
        return {"required": f"{self.verb} {self.thing}"}

    def statement_html(self) -> str:
        """What is agreed to or signed, as it stands before the control; nothing without one."""
        lines = [conditional_escape(line) for line in self.statement.split("\n") if line.strip()]
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        return (
            f'<div class="nhsuk-inset-text candour-statement">{paragraphs}</div>'
            if paragraphs
            else ""
        )

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> NhsBoundField:
        return NhsBoundField(form, self, field_name)

    def focus_id(self, bound: NhsBoundField) -> str:
        """The id that the error summary links to."""
        return bound.id_for_label

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        """The parameters of the component's macro. Texts are escaped here: some macros do not."""
        params: dict[str, Any] = {"id": bound.auto_id, "name": bound.html_name}
        params.update(self.caption(bound))
        if self.statement:
            # Within the hint, so that it is read out with the control.
            params["hint"] = {"html": self.statement_html() + conditional_escape(self.hint)}
        elif self.hint:
            params["hint"] = {"text": conditional_escape(self.hint)}
        if bound.error_text:
            params["errorMessage"] = {"text": conditional_escape(bound.error_text)}
        return params

    def caption(self, bound: NhsBoundField) -> dict[str, Any]:
        """The label; fields of several controls give a legend instead."""
        return {"label": self.words(bound)}

    def words(self, bound: NhsBoundField) -> dict[str, Any]:
        """The text of label or legend with its size."""
        text = str(bound.label)
        if not self.required and getattr(bound.form, "marks_optional", True):
            text += " (optional)"
        heading = self.heading
        size = self.label_size or ("l" if heading else "")
        return {"text": conditional_escape(text), "isPageHeading": heading, "size": size}


class GroupField(NhsField):
    """A field of several controls: a fieldset with a legend."""

    verb = "Select"

    def caption(self, bound: NhsBoundField) -> dict[str, Any]:
        words = self.words(bound)
        words["size"] = words["size"] or "m"
        return {"fieldset": {"legend": words}, "idPrefix": bound.auto_id}
