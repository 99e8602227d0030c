"""Turns the pieces of a page's text into the raw data of its stream fields."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from public_site.demo.markup import Piece, Resolve, inline

Raw = list[dict[str, Any]]
_LISTS = ("bullet", "number", "letter")
_PROSE = ("heading", "text", *_LISTS)


def policy_stream(pieces: list[Piece], resolve: Resolve) -> Raw:
    """Headings, numbered paragraphs, lists, tables and definitions."""
    stream: Raw = []
    caption = ""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        run = list(group)
        if kind == "caption":
            caption = run[-1].parts[0]
        elif kind == "row":
            stream.append({"type": "table", "value": table(run, caption)})
            caption = ""
        elif kind in _LISTS:
            items = [piece.parts[0] for piece in run]
            stream.append({"type": "list", "value": {"style": kind, "items": items}})
        elif kind == "term":
            items = [{"term": piece.parts[0], "meaning": piece.parts[1]} for piece in run]
            stream.append({"type": "definitions", "value": {"items": items}})
        elif kind == "heading":
            stream += [{"type": "heading", "value": _heading(piece)} for piece in run]
        else:
            stream += [{"type": "paragraph", "value": _clause(piece, resolve)} for piece in run]
    return stream


def rich_text(pieces: Iterable[Piece], resolve: Resolve) -> str:
    """Headings, paragraphs and lists as the HTML of a rich text field."""
    html = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        run = list(group)
        texts = [inline(piece.parts[-1], resolve) for piece in run]
        if kind in _LISTS:
            tag = "ul" if kind == "bullet" else "ol"
            html.append(f"<{tag}>" + "".join(f"<li>{text}</li>" for text in texts) + f"</{tag}>")
        elif kind == "heading":
            levels = [len(piece.parts[0]) for piece in run]
            html += [f"<h{n}>{text}</h{n}>" for n, text in zip(levels, texts, strict=True)]
        else:
            html += [f"<p>{text}</p>" for text in texts]
    return "".join(html)


def runs(pieces: list[Piece]) -> Iterable[tuple[str, list[Piece]]]:
    """Neighbouring pieces that become one block: prose together, everything else by kind."""
    kind_of = {"caption": "row"}
    for kind, group in groupby(
        pieces, key=lambda p: "prose" if p.kind in _PROSE else kind_of.get(p.kind, p.kind)
    ):
        yield kind, list(group)


def table(rows: list[Piece], caption: str) -> dict[str, Any]:
    """A table of text whose first row holds the headings."""
    cells = [[cell.strip() for cell in piece.parts[0].split("|")] for piece in rows]
    return {
        "columns": [{"type": "text", "heading": heading} for heading in cells[0]],
        "rows": [{"values": row} for row in cells[1:]],
        "caption": caption,
    }


def _heading(piece: Piece) -> dict[str, Any]:
    marks, number, title = piece.parts
    return {"number": number.rstrip(":"), "title": title, "level": len(marks)}


def _clause(piece: Piece, resolve: Resolve) -> dict[str, Any]:
    number = piece.parts[0] if piece.kind == "clause" else ""
    return {"number": number, "text": f"<p>{inline(piece.parts[-1], resolve)}</p>"}
