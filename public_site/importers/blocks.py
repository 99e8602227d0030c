"""The raw StreamField JSON of a policy page's body, from the elements of a policy."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any
from uuid import uuid4

from public_site.importers.elements import (
    ADDRESS,
    DEFINITION,
    HEADING,
    ITEM,
    TABLE,
    Element,
)
from public_site.importers.labels import names_control
from public_site.importers.numbering import position
from public_site.importers.rich_text import paragraph, plain

Block = dict[str, Any]


def build(elements: list[Element], new_id: Callable[[], str] | None = None) -> list[Block]:
    """The blocks in the order of the elements; ids are random unless `new_id` makes them."""
    make = new_id or (lambda: str(uuid4()))
    blocks: list[Block] = []
    for section in _sections(elements):
        broken = _broken_styles(section)
        for (kind, style), group in groupby(section, key=_group_key(broken)):
            blocks += _blocks(kind, style, list(group), make)
    return blocks


def _sections(elements: list[Element]) -> Iterable[list[Element]]:
    """The elements cut before each heading."""
    section: list[Element] = []
    for element in elements:
        if element.kind == HEADING and section:
            yield section
            section = []
        section.append(element)
    if section:
        yield section


def _broken_styles(section: list[Element]) -> set[str]:
    """List styles whose numbers a list block would print wrongly: it always counts from one."""
    broken = set()
    groups = groupby(section, key=lambda e: e.style if e.kind == ITEM else "")
    for style, group in groups:
        if style in ("", "bullet"):
            continue
        places = [position(style, item.label) for item in group]
        if places != list(range(1, len(places) + 1)):
            broken.add(style)
    return broken


def _group_key(broken: set[str]) -> Callable[[Element], tuple[str, str]]:
    """Neighbours with one key make one block, if they are items or definitions."""

    def key(element: Element) -> tuple[str, str]:
        """The kind, and for a list what it must share."""
        if element.kind == ITEM and element.style in broken:
            return ("numbered", "")
        if element.kind in (ITEM, DEFINITION):
            return (element.kind, f"{element.style}/{element.run}")
        return (element.kind, str(id(element)))

    return key


def _blocks(kind: str, style: str, group: list[Element], make: Callable[[], str]) -> list[Block]:
    """The blocks of neighbouring elements of one kind."""
    style = style.partition("/")[0]
    if kind == ITEM:
        items = _items((plain(item.text) for item in group), make)
        return [_block("list", {"style": style, "items": items}, make)]
    if kind == DEFINITION:
        pairs = ({"term": plain(e.term), "meaning": plain(e.text)} for e in group)
        return [_block("definitions", {"items": _items(pairs, make)}, make)]
    if kind == HEADING:
        return [_block("heading", _heading(e), make) for e in group]
    if kind == TABLE:
        return [_table_block(e, make) for e in group]
    return [_block("paragraph", _paragraph(e), make) for e in group]


def _block(kind: str, value: Any, make: Callable[[], str]) -> Block:
    return {"type": kind, "value": value, "id": make()}


def _items(values: Iterable[Any], make: Callable[[], str]) -> list[Block]:
    return [_block("item", value, make) for value in values]


def _heading(element: Element) -> Block:
    return {"number": element.label, "title": plain(element.text), "level": element.level}


def _paragraph(element: Element) -> Block:
    number = element.label if element.kind != ADDRESS else ""
    return {"number": number, "text": paragraph(element.text)}


def _table_block(element: Element, make: Callable[[], str]) -> Block:
    """A table: its head from the rows that are one, every row as wide as the widest."""
    rows = [tuple(plain(cell) for cell in row) for row in element.rows]
    columns = [i for i in range(max(map(len, rows))) if any(i < len(r) and r[i] for r in rows)]
    rows = [tuple(row[i] if i < len(row) else "" for i in columns) for row in rows]
    head, body = _head_and_body(rows)
    if not any(any(row) for row in body) and body:
        head, body = ("",) * len(columns), rows
    value = {
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": list(row)} for row in body],
        "caption": "",
    }
    return _block("table", value, make)


def _head_and_body(
    rows: list[tuple[str, ...]],
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The table's head, made of as many rows as it has, and the rows below it."""
    if len(rows) < 2 or not _is_head(rows):
        return ("",) * len(rows[0]), rows
    depth = 1
    while "" in rows[0] and depth < len(rows) - 1 and not rows[depth][0]:
        depth += 1
    head = tuple(
        " ".join(cell for cell in column if cell) for column in zip(*rows[:depth], strict=True)
    )
    return head, rows[depth:]


_HEAD_WORD = re.compile(
    r"\b(term|definition|meaning|role|responsibility|responsibilities|level|"
    r"description|handling|version|date|section|page|action|stage|type|"
    r"likelihood|step|timescale|timescales|target|grade|category|example|"
    r"examples|area|contact|method|frequency|measure|by|when|how|what|who|"
    r"risk|consequence|impact|score|record|retention|period|day|days)\b",
    re.I,
)


def _is_head(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first row names the columns: short cells without a full stop.

    In a table of two columns, labels and values look alike, so there the words must be such as
    heads are made of.
    """
    head = rows[0]
    if not head[0] or (len(head) == 2 and names_control(head[0])):
        return False
    if any(len(c.split()) > 6 or c.endswith((".", ":", ";")) for c in head):
        return False
    if len(head) > 2:
        return not any(cell.isdigit() for cell in head)
    return all(_HEAD_WORD.search(cell) and len(cell.split()) <= 3 for cell in head)
