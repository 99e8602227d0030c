"""Which tables and lines define terms."""

import re
from dataclasses import replace

from public_site.importers.elements import DEFINITION, HEADING, PARAGRAPH, TABLE, Element

_HEADING = re.compile(
    r"\b(definitions?|glossary|abbreviations?|acronyms?|terms used|terminology)\b", re.I
)
_TERM = re.compile(r"^(terms?|words?|phrases?|abbreviations?|acronyms?|expressions?)$", re.I)
_MEANING = re.compile(
    r"^(definitions?|meanings?|descriptions?|explanations?|full (?:term|name)|stands for)$", re.I
)
_BOLD = re.compile(r"^\*\*(.{2,60}?)\*\*\s*[:–—-]?\s*(.{8,})$", re.S)
_LINE = re.compile(r"^([^.:–—]{2,60}?)\s*(?:\s[–—-]\s|:\s+)(.{8,})$", re.S)


def find(elements: list[Element]) -> list[Element]:
    """The elements with tables and lines of definitions as single definitions."""
    out: list[Element] = []
    inside = False
    for index, element in enumerate(elements):
        if element.kind == HEADING:
            inside = bool(_HEADING.search(element.text))
        if element.kind == TABLE and _defines(element, inside):
            out += _from_table(element)
        elif inside and element.kind == PARAGRAPH and not element.label:
            out.append(_from_line(element, elements, index))
        else:
            out.append(element)
    return out


def _defines(table: Element, inside: bool) -> bool:
    """Whether a table's head says so, or its section does and its shape allows it."""
    head = [cell for cell in table.rows[0] if cell]
    if len(head) == 2 and _TERM.match(head[0]) and _MEANING.match(head[1]):
        return True
    widths = {len([cell for cell in row if cell]) for row in table.rows}
    return inside and widths <= {2, 4}


def _from_table(table: Element) -> list[Element]:
    """One definition for each pair of cells; the head, if there is one, is not one of them."""
    rows = table.rows
    if len(rows[0]) == 2 and _TERM.match(rows[0][0]):
        rows = rows[1:]
    found = []
    for row in rows:
        cells = [cell for cell in row if cell]
        found += [
            Element(DEFINITION, table.line, term=term.strip("*: "), text=meaning)
            for term, meaning in zip(cells[::2], cells[1::2], strict=False)
        ]
    return found


def _split(element: Element) -> tuple[str, str] | None:
    """Term and meaning of a line such as "Concern – something that …"."""
    if element.kind != PARAGRAPH or element.label:
        return None
    if m := _BOLD.match(element.text) or _LINE.match(element.text):
        return m[1].strip(), m[2].strip()
    return None


def _from_line(element: Element, elements: list[Element], index: int) -> Element:
    """A line as a definition when it and a line beside it have that form."""
    pair = _split(element)
    beside = [elements[i] for i in (index - 1, index + 1) if 0 <= i < len(elements)]
    if pair and any(_split(other) for other in beside):
        return replace(element, kind=DEFINITION, term=pair[0], text=pair[1])
    return element
