"""Blocks that keep what an editor has so far: a draft is always saved, publishing judges it."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from feedback_forms.builder.widgets import KeyInput, PartInput, RuleInput
from feedback_forms.rules.conditions import read_condition

NO_RULE = 'This is no rule. One is written like {"question": "reason", "is": ["asked"]}'


class KeyBlock(blocks.FieldBlock):
    """A key, suggested from the words in the fields ``words`` beside it.

    What a key looks like is judged with the whole form, so that a half-written one can be saved.
    """

    def __init__(
        self,
        *words: str,
        dash: str = "_",
        required: bool = True,
        help_text: str = "",
        **kwargs: Any,
    ) -> None:
        widget = KeyInput(*words, dash=dash)
        self.field = forms.CharField(required=required, help_text=help_text, widget=widget)
        super().__init__(**kwargs)

    def value_from_form(self, value: Any) -> str:
        return (value or "").strip()


class PartBlock(blocks.FieldBlock):
    """The key of a question, page or option of this form (see ``PartInput``)."""

    def __init__(
        self, part: str, required: bool = False, help_text: str = "", **kwargs: Any
    ) -> None:
        widget = PartInput(part)
        self.field = forms.CharField(required=required, help_text=help_text, widget=widget)
        super().__init__(**kwargs)

    def value_from_form(self, value: Any) -> str:
        return (value or "").strip()


class ConditionBlock(blocks.FieldBlock):
    """A rule as a tree of all / any / not; empty means always. In a draft it may be unreadable."""

    def __init__(self, required: bool = False, help_text: str = "", **kwargs: Any) -> None:
        self.field = forms.CharField(required=required, help_text=help_text, widget=RuleInput())
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse a tree that cannot be evaluated, unless it is only kept in a draft."""
        value = super().clean(value)
        if not value or self.is_deferred_validation:
            return value
        try:
            read_condition(value)
        except ValueError:
            raise ValidationError(NO_RULE) from None
        return value

    def value_for_form(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False) if value else ""

    def value_from_form(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value or None
        try:
            return json.loads(value) or None
        except ValueError:
            # Kept as it was written, to be mended.
            return value or None
