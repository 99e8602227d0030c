"""Radios, checkboxes, a select, and the single box of a declaration."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from feedback_forms.fields.base import GroupField, NhsField
from feedback_forms.fields.bound import NhsBoundField


@dataclass(frozen=True)
class Choice:
    """One option. ``reveals`` names the form's field that it opens; ``divider`` stands before."""

    value: str
    label: str
    hint: str = ""
    reveals: str = ""
    divider: str = ""
    exclusive: bool = False


def as_choices(given: Iterable[Choice | tuple[str, str]]) -> list[Choice]:
    """Choices from choices or from Django's pairs."""
    return [c if isinstance(c, Choice) else Choice(str(c[0]), str(c[1])) for c in given]


class ChoicesMixin(NhsField):
    """Holds rich choices and gives Django its pairs."""

    def __init__(self, *, choices: Iterable[Choice | tuple[str, str]], **kwargs: Any) -> None:
        self.rich_choices = as_choices(choices)
        pairs = [(choice.value, choice.label) for choice in self.rich_choices]
        super().__init__(choices=pairs, **kwargs)

    def default_messages(self) -> dict[str, str]:
        unknown = f"Select {self.thing} from the list"  # nosec B608
        return {**super().default_messages(), "invalid_choice": unknown, "invalid_list": unknown}

    def options(self, bound: NhsBoundField, chosen: Iterable[str]) -> list[dict[str, Any]]:
        """The items of the macro."""
        items: list[dict[str, Any]] = []
        for choice in self.rich_choices:
            if choice.divider:
                items.append({"divider": choice.divider})
            item: dict[str, Any] = {
                "value": choice.value,
                "text": conditional_escape(choice.label),
                "checked": choice.value in chosen,
            }
            if choice.hint:
                item["hint"] = {"text": conditional_escape(choice.hint)}
            if choice.reveals and choice.reveals in bound.form.fields:
                drawn = mark_safe(str(bound.form[choice.reveals]))  # nosec B308 B703
                item["conditional"] = {"html": drawn}
            if choice.exclusive:
                item["exclusive"] = True
            items.append(item)
        return items


class RadioField(ChoicesMixin, GroupField, forms.ChoiceField):
    """One of a few."""

    component = "radios"

    def __init__(self, *, inline: bool = False, **kwargs: Any) -> None:
        self.inline = inline
        super().__init__(**kwargs)

    def focus_id(self, bound: NhsBoundField) -> str:
        return bound.auto_id

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        del params["id"]
        params["items"] = self.options(bound, [str(bound.value() or "")])
        params["classes"] = "nhsuk-radios--inline" if self.inline else ""
        return params


class CheckboxesField(ChoicesMixin, GroupField, forms.MultipleChoiceField):
    """Any of a few."""

    component = "checkboxes"

    def focus_id(self, bound: NhsBoundField) -> str:
        return bound.auto_id

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        del params["id"]
        params["items"] = self.options(bound, [str(value) for value in bound.value() or []])
        return params


class ConfirmField(GroupField, forms.BooleanField):
    """One box to tick: ``statement`` beside it, the label as the legend."""

    component = "checkboxes"
    widget = forms.CheckboxInput

    def __init__(self, *, statement: str, **kwargs: Any) -> None:
        self.box = statement
        super().__init__(**kwargs)

    def focus_id(self, bound: NhsBoundField) -> str:
        return bound.auto_id

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        del params["id"]
        text = conditional_escape(self.box)
        params["items"] = [{"value": "true", "text": text, "checked": bool(bound.value())}]
        return params


class SelectField(ChoicesMixin, forms.ChoiceField):
    """One of many; ``blank`` is the first, empty line."""

    component = "select"
    verb = "Select"

    def __init__(self, *, blank: str = "Choose", **kwargs: Any) -> None:
        self.blank = blank
        super().__init__(**kwargs)

    def params(self, bound: NhsBoundField) -> dict[str, Any]:
        params = super().params(bound)
        value = str(bound.value() or "")
        params["items"] = [
            {"value": "", "text": self.blank, "selected": not value},
            *(
                {"value": choice.value, "text": choice.label, "selected": choice.value == value}
                for choice in self.rich_choices
            ),
        ]
        return params
