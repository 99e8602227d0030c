"""The numbers Word prints before paragraphs: they are counted, not written, so they are counted here."""

import re
from collections import defaultdict
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

BULLET = "•"
_PLACEHOLDER = re.compile(r"%(\d)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts through a document's numbered paragraphs in their order."""

    def __init__(self, document: WordDocument) -> None:
        self._abstract: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.findall(qn("w:abstractNum")):
            self._abstract[abstract.get(qn("w:abstractNumId"))] = abstract
        for num in root.findall(qn("w:num")):
            self._nums[num.get(qn("w:numId"))] = num

    def label(self, paragraph: Paragraph) -> str | None:
        """What Word prints before this paragraph: "3.1", "(a)", BULLET, or None for nothing.

        Call it once for each paragraph, in order.
        """
        num_id, level = self._reference(paragraph)
        num = self._nums.get(num_id)
        if num is None:
            return None
        abstract_id = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        definition = self._level(abstract_id, level)
        if definition is None:
            return None
        form = _value(definition, "w:numFmt") or "decimal"
        if form == "bullet":
            return BULLET
        if form == "none":
            return None
        key = num_id if num.find(qn("w:lvlOverride")) is not None else f"abstract {abstract_id}"
        self._advance(key, level, int(_value(definition, "w:start") or 1))
        return self._printed(abstract_id, key, definition)

    def _reference(self, paragraph: Paragraph) -> tuple[str, int]:
        """The list and the level a paragraph belongs to, by itself or by its style."""
        properties: list[Any] = [paragraph._p.pPr]
        style = paragraph.style
        while style is not None:
            properties.append(style.element.find(qn("w:pPr")))
            style = style.base_style
        num_id, level = "", None
        for entry in properties:
            numbered = entry.find(qn("w:numPr")) if entry is not None else None
            if numbered is None:
                continue
            num_id = num_id or _value(numbered, "w:numId")
            found = _value(numbered, "w:ilvl")
            level = int(found) if level is None and found else level
        return num_id, level or 0

    def _level(self, abstract_id: str, level: int) -> Any:
        """The definition of one level of a list."""
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        for definition in abstract.findall(qn("w:lvl")):
            if definition.get(qn("w:ilvl")) == str(level):
                return definition
        return None

    def _advance(self, key: str, level: int, start: int) -> None:
        """Counts one on at this level and begins the deeper ones again."""
        counts = self._counts[key]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

    def _printed(self, abstract_id: str, key: str, definition: Any) -> str:
        """The level's pattern ("%1.%2") with its numbers filled in."""
        counts = self._counts[key]

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            form = _value(self._level(abstract_id, level), "w:numFmt") or "decimal"
            return _formatted(counts.get(level, 1), form)

        return _PLACEHOLDER.sub(number, _value(definition, "w:lvlText") or "%1")


def _value(element: Any, tag: str) -> str:
    """The w:val of a child, or ""."""
    child = element.find(qn(tag)) if element is not None else None
    return (child.get(qn("w:val")) or "") if child is not None else ""


def _formatted(number: int, form: str) -> str:
    """A number in one of Word's number formats."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman if form == "lowerRoman" else roman.upper()
    return str(number)
