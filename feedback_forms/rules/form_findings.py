"""What is wrong with a form, in words that name the page and the question, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """One fault. ``page`` and ``question`` count from 0; None: the form, or the page, as a whole.

    ``part`` is the field of the page or question that is at fault, where there is one.
    """

    words: str
    page: int | None = None
    question: int | None = None
    part: str = ""

    def __str__(self) -> str:
        return self.words


def page_name(form: Raw, page: int) -> str:
    """What messages call a page: its title or its first question, and its key."""
    raw = _nth(form.get("pages"), page)
    first = _nth(raw.get("questions"), 0)
    heading = raw.get("title") or first.get("label") or "without a title"
    return f"Page {page + 1} “{heading}”"


def question_name(form: Raw, page: int, question: int) -> str:
    """What messages call a question, with its page."""
    raw = _nth(_nth(form.get("pages"), page).get("questions"), question)
    label = raw.get("label") or raw.get("key") or f"number {question + 1}"
    return f"{page_name(form, page)}, question “{label}”"


def fault(form: Raw, words: str, page: int, question: int | None = None, part: str = "") -> Finding:
    """The finding, its words led by the name of the page or question."""
    name = page_name(form, page) if question is None else question_name(form, page, question)
    return Finding(f"{name}: {words}", page, question, part)


def _nth(parts: Any, index: int) -> Raw:
    found = parts[index] if isinstance(parts, list | tuple) and index < len(parts) else {}
    return found if isinstance(found, Mapping) else {}
