"""From a file to everything a draft policy page needs, without Django models."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from public_site.importers import (
    blocks,
    definitions,
    document_control,
    levels,
    report,
    runs,
    structure,
    title_page,
)
from public_site.importers.control import Control
from public_site.importers.elements import HEADING, Element
from public_site.importers.errors import PolicyImportError
from public_site.importers.lines import Omission
from public_site.importers.report import Figures
from public_site.importers.source import choose_reader, read_bytes

Unplaced = Omission
_POLICY_WORDS = re.compile(
    r"\b(policy|procedure|protocol|charter|strategy|guidance|framework)\b", re.I
)


@dataclass(frozen=True)
class ImportedPolicy:
    """A policy ready to become a draft: page fields, the body's raw JSON, and the account of it.

    `unplaced` is what found no place, `removed` what was left out on purpose, `notes` where an
    editor should look; their line numbers count what `unit` names.
    """

    title: str
    version: str
    approved_on: date | None
    review_on: date | None
    body: list[dict[str, Any]]
    unplaced: list[Unplaced]
    figures: Figures
    removed: list[Omission] = field(default_factory=list)
    notes: list[Omission] = field(default_factory=list)
    unit: str = "line"
    reference: str = ""
    approved_by: str = ""

    def report(self) -> list[str]:
        """The account as lines to print, without any person's name."""
        return report.describe(self.figures, self.removed, self.notes, self.unplaced, self.unit)


def import_document(path: Path | str) -> ImportedPolicy:
    """Reads a policy document; PolicyImportError, in one sentence, when it cannot be read."""
    file = Path(path)
    data = read_bytes(file)
    reading = choose_reader(file.name, data)(data, file.name)
    elements = structure.classify(reading.lines)
    elements, control = document_control.extract(elements)
    elements, page, title_record = title_page.split(elements)
    elements, wordless = _without_wordless(elements)
    elements, notes = runs.group(elements)
    elements = levels.assign(levels.find_plain_headings(elements))
    body = blocks.build(definitions.find(elements))
    if not body:
        raise PolicyImportError(f"{file.name} holds no text that could be placed in a page.")
    removed = sorted([*reading.removed, *control.removed, *title_record], key=lambda o: o.line)
    return ImportedPolicy(
        title=_title(control, page, file),
        version=control.version,
        approved_on=control.approved_on,
        review_on=control.review_on,
        body=body,
        unplaced=sorted([*reading.unplaced, *wordless], key=lambda o: o.line),
        figures=report.measure(reading.source, removed, body),
        removed=removed,
        notes=[*notes, *_notes(elements)],
        unit=reading.unit,
        reference=control.reference,
        approved_by=control.approved_by,
    )


def _without_wordless(elements: list[Element]) -> tuple[list[Element], list[Omission]]:
    """The elements that hold a word, and those that hold none (specks of a scan)."""
    kept, dropped = [], []
    for element in elements:
        if element.rows or re.search(r"\w", element.text):
            kept.append(element)
        else:
            dropped.append(Omission(element.line, element.text, "holds no words"))
    return kept, dropped


def _title(control: Control, page: list[str], file: Path) -> str:
    """The title: from document control, else from the title page, else from the file's name."""
    named = [line for line in page if _POLICY_WORDS.search(line)]
    found = control.title or (named or page or [""])[0]
    return re.sub(r"\s+", " ", found).strip("* ") or re.sub(r"[_-]+", " ", file.stem).capitalize()


def _notes(elements: list[Element]) -> list[Omission]:
    """Numbers that are missing from the document's own numbering, and lists made flat."""
    notes = []
    last = 0
    for element in elements:
        if element.nested:
            continue
        dotted = "." in element.label or element.kind == HEADING
        top = element.label.split(".")[0] if dotted else ""
        if not top.isdigit():
            continue
        number = int(top)
        if element.kind != HEADING and number == last + 1:
            notes.append(
                Omission(
                    element.line, element.label, f"part {number} has no heading in the document"
                )
            )
        last = max(last, number)
    flat = [element for element in elements if element.nested]
    notes += [Omission(e.line, "", "a list inside a list, shown as one list") for e in flat]
    return notes
