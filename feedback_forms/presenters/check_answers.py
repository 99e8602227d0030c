"""The answers to check, by section, each with its Change link."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from feedback_forms.models import Draft
from feedback_forms.rules.circumstances import UNKNOWN, Circumstances
from feedback_forms.rules.questions_asked import Asked, questions_and_answers


@dataclass
class Section:
    """A heading (or none) and the rows of a summary list."""

    heading: str
    rows: list[dict[str, Any]] = field(default_factory=list)


def sections(
    draft: Draft, change_url: Callable[[str], str], around: Circumstances = UNKNOWN
) -> list[Section]:
    """Every question that applies, in order; Change links are told apart by their question."""
    names: dict[str, tuple[str, ...]] = {}
    kept = draft.evidence.kept().order_by("pk")
    for key, name in kept.values_list("question_key", "original_name"):
        names[key] = (*names.get(key, ()), name)
    form = draft.form_version.form
    found: list[Section] = []
    for asked in questions_and_answers(form, draft.typed_answers, names, around):
        page = form.page(asked.page_key)
        heading = page.section if page else ""
        if not found or found[-1].heading != heading:
            found.append(Section(heading))
        found[-1].rows.append(_row(asked, change_url(asked.page_key)))
    _tell_apart(found)
    return found


def _tell_apart(found: list[Section]) -> None:
    """Name the section in the links of questions that are asked about two people alike."""
    times = Counter(row["label"] for section in found for row in section.rows)
    for section in found:
        for row in section.rows:
            alike = times[row["label"]] > 1 and section.heading
            row["link"] = f"{row['label']} ({section.heading})" if alike else row["label"]


def _row(asked: Asked, href: str) -> dict[str, Any]:
    return {"label": asked.label, "lines": asked.lines, "href": href}
