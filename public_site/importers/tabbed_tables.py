"""Tables as they survive in plain text: cells parted by tabs, by wide gaps, by bars, or one a line."""

import re
from dataclasses import replace

from public_site.importers.lines import Gap, Line
from public_site.importers.numbering import parse_marker

_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_RULE = re.compile(r"^[|+\s:=-]+$")
_MARKUP = re.compile(r"</?(?!https?:|mailto:)[a-zA-Z][^<>@]*>")


def find(lines: list[Line]) -> list[Line]:
    """The lines, with each table's rows as lines that carry `cells` and their table's number."""
    out: list[Line] = []
    index = table = 0
    while index < len(lines):
        rows, used = _one_cell_a_line(lines, index)
        if not rows:
            rows, used = _rows(lines, index)
        if not rows:
            text = lines[index].text.strip()
            if not parse_marker(text):
                text = re.sub(r"\t+", " ", text)
            out.append(replace(lines[index], text=text))
            index += 1
            continue
        table += 1
        out += [replace(row, table=table, cells=tuple(map(_clean, row.cells))) for row in rows]
        index += used
    return out


def _clean(cell: str) -> str:
    """A cell's text without left-over markup and doubled spaces."""
    return re.sub(r"[ \t]{2,}", " ", _MARKUP.sub("", cell)).strip()


def split_row(text: str) -> tuple[str, ...]:
    """The cells of one written row; empty when the line is no row."""
    stripped = text.strip()
    if stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") > 2:
        return tuple(cell.strip() for cell in stripped[1:-1].split("|"))
    if "\t" in text:
        cells = tuple(cell.strip() for cell in text.split("\t"))
        marker = parse_marker(stripped)
        if marker and (len([c for c in cells if c]) <= 2):
            return ()
        return cells if len(cells) > 1 else ()
    cells = tuple(_WIDE_GAP.split(stripped))
    return () if parse_marker(stripped) else cells if len(cells) > 1 else ()


def _rows(lines: list[Line], start: int) -> tuple[list[Line], int]:
    """The rows of a table that has a row on each line, from `start`; how many lines they take."""
    rows: list[Line] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if rows and (_RULE.match(line.text) and line.gap is Gap.TIGHT):
            index += 1
            continue
        cells = split_row(line.text)
        if not cells or (rows and not _belongs(line, cells, rows[-1])):
            break
        if rows and _continues_cell(cells, rows[-1], line.gap):
            rows[-1] = replace(rows[-1], cells=_merged(rows[-1].cells, cells))
        else:
            rows.append(replace(line, cells=cells))
        index += 1
    wide = bool(rows) and "\t" not in rows[0].text and "|" not in rows[0].text
    if wide and (len(rows) < 2 or len({len(r.cells) for r in rows}) > 1):
        return [], 0
    if len(rows) == 1 and not rows[0].cells[-1]:
        return rows, index - start
    return (rows, index - start) if len(rows) > 1 else ([], 0)


def _belongs(line: Line, cells: tuple[str, ...], above: Line) -> bool:
    """Whether a row goes on with the table above it; after a blank line only a torn row does."""
    if line.gap is Gap.TIGHT and not line.page_start:
        return True
    return not cells[0] and len(cells) <= len(above.cells)


def _continues_cell(cells: tuple[str, ...], above: Line, gap: Gap) -> bool:
    """Whether this is the rest of the row above, which a page's end tore."""
    filled = [cell for cell in cells if cell]
    return (
        bool(above.cells[0])
        and not cells[0]
        and len(filled) == 1
        and len(cells) <= len(above.cells)
        and (gap is not Gap.TIGHT or not above.cells[-1].endswith("."))
    )


def _merged(above: tuple[str, ...], rest: tuple[str, ...]) -> tuple[str, ...]:
    """The torn row made whole."""
    padded = (*rest, *[""] * (len(above) - len(rest)))
    return tuple(f"{a} {b}".strip() for a, b in zip(above, padded, strict=True))


def _one_cell_a_line(lines: list[Line], start: int) -> tuple[list[Line], int]:
    """The rows of a table that has each cell on a line of its own, led by a tab."""
    rows: list[Line] = []
    index = start
    while index < len(lines) and _leads_cell(lines[index]):
        if rows and lines[index].gap is Gap.TIGHT:
            break
        group, used = _group(lines, index)
        if len(group) < 2:
            break
        rows.append(replace(lines[index], cells=tuple(group)))
        index += used
    return rows, index - start


def _leads_cell(line: Line) -> bool:
    """A line that begins with a tab and holds one cell."""
    return line.text.startswith("\t") and "\t" not in line.text.strip() and bool(line.text.strip())


def _group(lines: list[Line], start: int) -> tuple[list[str], int]:
    """The cells of one row: each led by a tab, each going on over unmarked lines."""
    cells: list[str] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if index > start and (line.gap is not Gap.TIGHT or line.page_start):
            break
        if _leads_cell(line):
            cells.append(line.text.strip())
        elif "\t" in line.text.strip():
            break
        else:
            cells[-1] = f"{cells[-1]} {line.text.strip()}"
        index += 1
    return cells, index - start
