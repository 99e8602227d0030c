"""What each line of a policy is: heading, numbered paragraph, list item, table or plain text."""

import re
from dataclasses import replace

from public_site.importers import numbering
from public_site.importers.elements import HEADING, ITEM, PARAGRAPH, TABLE, Element
from public_site.importers.lines import Gap, Line
from public_site.importers.numbering import Marker, parse_marker, position, roman_value
from public_site.importers.sentences import is_title

# What a heading and a number may hold at most, as the page has it.
_MAX_HEADING = 250
_MAX_LABEL = 20
_UNDOTTED = re.compile(r"^(\d{1,2})\s+([A-Z].+)$", re.S)
_SUB_BULLET = re.compile(r"^[o◦–]\s")


def classify(lines: list[Line]) -> list[Element]:
    """The lines as elements, in order; plain short lines are still paragraphs here."""
    elements: list[Element] = []
    for index, line in enumerate(lines):
        if line.cells:
            _add_row(elements, line)
        else:
            elements.append(_element(line, elements, _next_marker(lines, index)))
    return _appendix_titles(elements)


def _next_marker(lines: list[Line], index: int) -> Marker | None:
    """The mark of the line that follows, if it follows as plain text."""
    if index + 1 < len(lines) and not lines[index + 1].cells:
        return parse_marker(lines[index + 1].text)
    return None


def _add_row(elements: list[Element], line: Line) -> None:
    """A table's row: to the table it belongs to, or as the first of a new one."""
    last = elements[-1] if elements else None
    if last and last.kind == TABLE and last.level == line.table:
        elements[-1] = replace(last, rows=(*last.rows, line.cells))
    else:
        elements.append(
            Element(TABLE, line.number, rows=(line.cells,), level=line.table, gap=line.gap)
        )


def _element(line: Line, before: list[Element], following: Marker | None) -> Element:
    """The element one line makes, given those before it and the mark of the next line."""
    plain = Element(
        PARAGRAPH,
        line.number,
        line.text,
        gap=line.gap,
        page_start=line.page_start,
        is_title=line.is_title,
        written=line.written,
    )
    if line.outline:
        return _outlined(plain, line)
    if line.bullet and not parse_marker(line.text):
        return replace(plain, kind=ITEM, style="bullet")
    if line.label:
        # The word processor's own numbers need no guessing.
        return _labelled(plain, line.label)
    marker = parse_marker(line.text) or _undotted(line.text, before)
    if marker is None:
        return plain
    return _marked(plain, marker, before, following)


def _outlined(plain: Element, line: Line) -> Element:
    """A heading that a word processor's style names as one; a typed number is its number."""
    marker = parse_marker(line.text)
    if marker and marker.kind == numbering.APPENDIX:
        return replace(plain, kind=HEADING, outline=line.outline, appendix=True)
    if len(line.text) > _MAX_HEADING:
        # Some documents set whole paragraphs in a heading's style.
        return replace(plain, label=line.label.strip("(). ")[:_MAX_LABEL])
    typed = marker and marker.kind in (numbering.SECTION, numbering.NUMBER) and not line.label
    text = marker.rest if marker and typed else line.text
    label = marker.label if marker and typed else line.label.rstrip(".)")
    return replace(plain, kind=HEADING, text=text, label=label, outline=line.outline)


def _labelled(plain: Element, label: str) -> Element:
    """A paragraph that a word processor numbers: a list's item, or a numbered paragraph."""
    bare = label.strip("(). ")
    if len(bare) > _MAX_LABEL:
        return replace(plain, text=f"{label} {plain.text}")
    if "." in bare or label.strip().isdigit():
        return replace(plain, label=bare)
    style = "number" if bare.isdigit() else "letter"
    if not bare.isdigit() and roman_value(bare) and (len(bare) > 1 or bare.lower() == "i"):
        style = "roman"
    return replace(plain, kind=ITEM, style=style, label=bare)


def _undotted(text: str, before: list[Element]) -> Marker | None:
    """ "10 If a response …" after item 9: a number that lost its full stop."""
    m = _UNDOTTED.match(text)
    previous = next((e for e in reversed(before) if e.kind == ITEM and e.style == "number"), None)
    if m and previous and previous.label.isdigit() and int(m[1]) == int(previous.label) + 1:
        return Marker(numbering.NUMBER, m[1], m[2])
    return None


def _marked(
    plain: Element, marker: Marker, before: list[Element], following: Marker | None
) -> Element:
    """The element of a line that begins with a number, a letter or a bullet."""
    if marker.kind == numbering.APPENDIX:
        return replace(plain, kind=HEADING, appendix=True)
    if marker.kind == numbering.SECTION:
        kind = HEADING if is_title(marker.rest) else PARAGRAPH
        return replace(plain, kind=kind, text=marker.rest, label=marker.label)
    if marker.kind == numbering.BULLET:
        nested = bool(_SUB_BULLET.match(plain.text))
        return _bullet(replace(plain, text=marker.rest, nested=nested))
    if marker.kind == numbering.NUMBER:
        if is_title(marker.rest) and not _is_list_neighbour(marker, before, following):
            return replace(plain, kind=HEADING, text=marker.rest, label=marker.label)
        return replace(plain, kind=ITEM, style="number", text=marker.rest, label=marker.label)
    style = _letter_or_roman(marker, before)
    if not style:
        return plain
    return replace(plain, kind=ITEM, style=style, text=marker.rest, label=marker.label)


def _bullet(item: Element) -> Element:
    """A bulleted item."""
    return replace(item, kind=ITEM, style="bullet")


def _is_list_neighbour(marker: Marker, before: list[Element], following: Marker | None) -> bool:
    """Whether the numbers before or after stand side by side with this one, as in a list."""
    number = int(marker.label)
    last = before[-1] if before else None
    after_item = bool(
        last and last.kind == ITEM and last.style == "number" and last.label == str(number - 1)
    )
    next_number = bool(
        following and following.kind == numbering.NUMBER and following.label == str(number + 1)
    )
    return after_item or next_number


def _letter_or_roman(marker: Marker, before: list[Element]) -> str:
    """Which of the two a label is, by the label before it; "" when it fits no list at all."""
    previous = next((e for e in reversed(before) if e.style in ("letter", "roman")), None)
    label = marker.label
    if previous:
        for style in (previous.style, "letter", "roman"):
            at = position(style, label)
            if at and at == position(style, previous.label) + 1:
                return style
    if label.lower() == "a":
        return "letter"
    if label.lower() == "i":
        return "roman"
    # A letter with a full stop that follows nothing is somebody's initial.
    return "letter" if previous and previous.style == "letter" and len(label) == 1 else ""


def _appendix_titles(elements: list[Element]) -> list[Element]:
    """ "Appendix 4" alone on its line takes the short line right below it as its title."""
    out: list[Element] = []
    for element in elements:
        last = out[-1] if out else None
        bare = (
            last is not None
            and last.kind == HEADING
            and last.appendix
            and (marker := parse_marker(last.text)) is not None
            and not marker.rest
        )
        if (
            last is not None
            and bare
            and element.kind == PARAGRAPH
            and element.gap is Gap.TIGHT
            and not element.label
            and is_title(element.text)
        ):
            out[-1] = replace(last, text=f"{last.text.rstrip(' :.')}: {element.text}")
        else:
            out.append(element)
    return out
