"""Inputs that know the form around them: rules, keys, and the choice of a page or question."""

from __future__ import annotations

import json
from typing import Any

from django import forms

from feedback_forms.rules.kinds import DATES, NeedGroup, QuestionKind
from feedback_forms.rules.standard_choices import standard_choices

_SCRIPTS = ["form_parts.js", "rule_tree.js", "rule_editor.js", "part_choosers.js"]


class _BuilderMedia:
    @property
    def media(self) -> forms.Media:
        """The scripts of the builder, in the order in which they need each other."""
        folder = "feedback_forms/builder/"
        return forms.Media(
            js=[folder + name for name in _SCRIPTS], css={"all": [folder + "builder.css"]}
        )


class RuleInput(_BuilderMedia, forms.Textarea):
    """A rule as a tree in JSON; the script beside it makes sentences of it that can be changed."""

    def __init__(self) -> None:
        attrs = {"rows": 3, "data-controller": "candour-rule", "data-candour-rule-kinds": _kinds()}
        super().__init__(attrs=attrs)


class KeyInput(_BuilderMedia, forms.TextInput):
    """A key: suggested from the words beside it while it is empty.

    ``words``: the names of the fields to take the words from; ``dash`` joins words in keys.
    """

    def __init__(self, *words: str, dash: str = "_") -> None:
        super().__init__(
            attrs={
                "data-controller": "candour-key",
                "data-candour-key-words": " ".join(words),
                "data-candour-key-dash": dash,
                "spellcheck": "false",
                "autocapitalize": "none",
            }
        )


class PartInput(_BuilderMedia, forms.TextInput):
    """The key of a part of this form, chosen from a list.

    ``part``: "question", "opened" (a question of the same page), "page", or "answer" (options of
    the question chosen beside it).
    """

    def __init__(self, part: str) -> None:
        super().__init__(
            attrs={
                "data-controller": "candour-part",
                "data-candour-part-kind": part,
                "data-candour-rule-kinds": _kinds(),
            }
        )


def _kinds() -> str:
    """For the scripts: the options that come with a kind of question, and which kinds are dates."""
    choices: dict[str, Any] = {kind.value: standard_choices(kind) for kind in QuestionKind}
    needs = {group.value: standard_choices(_NEEDS, group) for group in NeedGroup}
    return json.dumps({"choices": choices, "needs": needs, "dates": sorted(DATES)})


_NEEDS = QuestionKind.COMMUNICATION_NEEDS
