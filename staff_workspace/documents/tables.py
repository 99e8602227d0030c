"""Tables whose rules and shading are decoration and whose header row repeats as decoration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable, Table

from .branding import PALE, RULE
from .faces import REGULAR
from .paragraphs import TaggedParagraph
from .styles import StyleSheet

# A cell taller than this is continued in a row beneath, so that any text fits on a page.
TALLEST_CELL = 380.0
SIDE_PADDING = 6.0


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: float = 1.0
    numeric: bool = False


class TaggedTable(Table):
    """A table that draws its lines and backgrounds as artifacts."""

    def _drawBkgrnd(self) -> None:
        if self._bkgrndcmds:
            with self.canv.artifact():
                super()._drawBkgrnd()

    def _drawLines(self) -> None:
        with self.canv.artifact():
            super()._drawLines()


def data_table(
    rows: Sequence[Sequence[Flowable]],
    headings: Sequence[TaggedParagraph],
    widths: Sequence[float],
    styles: StyleSheet,
) -> TaggedTable:
    """Lay out a header row and rows of cells, all of them tagged already."""
    pad = styles.size * 0.38
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), REGULAR, styles.size),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.25),
        ("LEFTPADDING", (0, 0), (-1, -1), SIDE_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), SIDE_PADDING),
        ("BACKGROUND", (0, 0), (-1, 0), styles.accent),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), (white, PALE)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
    ]
    return TaggedTable(
        [list(headings), *rows_that_fit(rows, widths)],
        colWidths=list(widths),
        repeatRows=1,
        style=commands,
        hAlign="LEFT",
        spaceAfter=styles.size,
    )


def facts_table(
    rows: Sequence[Sequence[TaggedParagraph]], widths: Sequence[float], styles: StyleSheet
) -> TaggedTable:
    """Lay out names and values side by side: the first column holds row headers."""
    pad = styles.size * 0.3
    return TaggedTable(
        rows_that_fit(rows, widths),
        colWidths=list(widths),
        hAlign="LEFT",
        spaceAfter=styles.size * 0.9,
        style=[
            ("FONT", (0, 0), (-1, -1), REGULAR, styles.size),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 1.25),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
            ("LINEABOVE", (0, 0), (-1, 0), 0.5, RULE),
        ],
    )


def rows_that_fit(
    rows: Sequence[Sequence[Flowable]], widths: Sequence[float]
) -> list[list[Flowable | str]]:
    """Continue a row in rows beneath where a paragraph is taller than a cell may be.

    The pieces share one element, so a reader still meets a single cell. ReportLab's own
    splitting inside a row does not end when a row is taller than a page.
    """
    fitted: list[list[Flowable | str]] = []
    for row in rows:
        cells = [
            _pieces(cell, width - 2 * SIDE_PADDING) for cell, width in zip(row, widths, strict=True)
        ]
        for place in range(max(len(pieces) for pieces in cells)):
            fitted.append([pieces[place] if place < len(pieces) else "" for pieces in cells])
    return fitted


def _pieces(cell: Flowable, width: float) -> list[Flowable]:
    if not isinstance(cell, TaggedParagraph):
        return [cell]
    done: list[Flowable] = []
    while cell.wrap(width, TALLEST_CELL)[1] > TALLEST_CELL:
        first, rest = cell.split(width, TALLEST_CELL)
        done.append(first)
        cell = rest
    return [*done, cell]
