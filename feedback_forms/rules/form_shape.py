"""Whether data is a form at all: what the definition refuses, in words and with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from feedback_forms.rules.definition import FormDefinition
from feedback_forms.rules.form_findings import Finding, Raw, fault

_WORDS = {
    "missing": "“{field}” is missing",
    "string_too_short": "“{field}” is empty",
    "extra_forbidden": "“{field}” is not known here",
    "string_pattern_mismatch": "“{field}” is “{input}”: use small letters and digits, and begin"
    " with a letter",
    "enum": "“{field}” is “{input}”, which is not one of those that exist",
    "too_short": "“{field}” is empty",
}


def read_form(form: Raw) -> tuple[FormDefinition | None, tuple[Finding, ...]]:
    """The typed form, or None and what keeps it from being one."""
    try:
        return FormDefinition.model_validate(form), ()
    except ValidationError as error:
        return None, tuple(_finding(form, dict(found)) for found in error.errors())


def _finding(form: Raw, found: Mapping[str, Any]) -> Finding:
    place = list(found["loc"])
    page = _index(place, "pages")
    question = _index(place, "questions")
    names = [step for step in place if isinstance(step, str)]
    part = names[-1] if names and names[-1] not in ("pages", "questions") else ""
    words = _words(found, names)
    if page is None:
        return Finding(words, part=part)
    if "show_if" in names:
        part, words = "show_if", "the rule for when it is shown cannot be read"
    return fault(form, words, page, question, part)


def _words(found: Mapping[str, Any], names: list[str]) -> str:
    if found["type"] == "value_error":
        return str(found["msg"]).removeprefix("Value error, ")
    template = _WORDS.get(found["type"], "“{field}” cannot be read")
    return template.format(field=names[-1] if names else "form", input=found["input"])


def _index(place: list[Any], name: str) -> int | None:
    after = place[place.index(name) + 1 :] if name in place else []
    return after[0] if after and isinstance(after[0], int) else None
