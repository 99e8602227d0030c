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
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("BACKGROUND", (0, 0), (-1, 0), styles.accent),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), (white, PALE)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
    ]
    return TaggedTable(
        [list(headings), *[list(row) for row in rows]],
        colWidths=list(widths),
        repeatRows=1,
        splitInRow=1,
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
        [list(row) for row in rows],
        colWidths=list(widths),
        splitInRow=1,
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
