"""Type sizes and spacing: one scale for ordinary print, one for large print (16 point up)."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from .branding import INK, QUIET_INK
from .faces import BOLD, REGULAR

ORDINARY_SIZE = 10.5
LETTER_SIZE = 11.0
LARGE_PRINT_SIZE = 16.0


@dataclass(frozen=True)
class StyleSheet:
    """Paragraph styles built on one body size, in points."""

    size: float
    accent: Color
    smallest: float = 8.5
    title_factor: float = 1.85
    section_factor: float = 1.35

    def _style(
        self, name: str, size: float, *, bold: bool = False, **more: object
    ) -> ParagraphStyle:
        face = BOLD if bold else REGULAR
        settings: dict[str, object] = {
            "fontName": face,
            "bulletFontName": face,
            "fontSize": size,
            "leading": round(size * 1.38, 1),
            "textColor": INK,
            "splitLongWords": 1,
            "allowWidows": 0,
            "allowOrphans": 0,
        }
        return ParagraphStyle(name, **(settings | more))

    @property
    def body(self) -> ParagraphStyle:
        """Running text."""
        return self._style("body", self.size, spaceAfter=self.size * 0.65)

    @property
    def lead(self) -> ParagraphStyle:
        """The opening sentence of a document, a little larger."""
        return self._style("lead", self.size * 1.15, spaceAfter=self.size * 0.8)

    @property
    def strong(self) -> ParagraphStyle:
        """A short line in bold that is not a heading."""
        return self._style(
            "strong", self.size, bold=True, spaceAfter=self.size * 0.2, keepWithNext=1
        )

    @property
    def bullet(self) -> ParagraphStyle:
        """An item of a list, indented past its bullet."""
        return self._style(
            "bullet", self.size, leftIndent=self.size * 1.4, spaceAfter=self.size * 0.35
        )

    @property
    def block(self) -> ParagraphStyle:
        """Lines kept close together, such as an address."""
        return self._style("block", self.size, spaceAfter=self.size * 0.9)

    @property
    def small(self) -> ParagraphStyle:
        """Notes under tables and at the foot of a form."""
        size = max(self.smallest, self.size * 0.86)
        return self._style("small", size, textColor=QUIET_INK, spaceAfter=self.size * 0.4)

    @property
    def caption(self) -> ParagraphStyle:
        """The name of a table or a figure, above it."""
        return self._style(
            "caption", self.size, bold=True, spaceBefore=self.size * 0.4,
            spaceAfter=self.size * 0.4, keepWithNext=1,
        )  # fmt: skip

    def heading(self, level: int) -> ParagraphStyle:
        """The style of a heading; level 1 is the title."""
        factor, before, colour = {
            1: (self.title_factor, 0.0, self.accent),
            2: (self.section_factor, 1.1, self.accent),
            3: (1.1, 0.7, INK),
        }[level]
        size = self.size * factor
        return self._style(
            f"h{level}", size, bold=True, textColor=colour, leading=round(size * 1.22, 1),
            spaceBefore=self.size * before, spaceAfter=self.size * 0.5, keepWithNext=1,
        )  # fmt: skip

    def cell(
        self, *, bold: bool = False, right: bool = False, inverse: bool = False
    ) -> ParagraphStyle:
        """A table cell; `right` for numbers, `inverse` for white text on the accent."""
        size = max(self.smallest, self.size * 0.93)
        return self._style(
            "cell", size, bold=bold, alignment=TA_RIGHT if right else 0,
            textColor=white if inverse else INK, leading=round(size * 1.28, 1),
        )  # fmt: skip

    def centred(self, *, size: float | None = None, bold: bool = False) -> ParagraphStyle:
        """Text centred in its box."""
        return self._style("centred", size or self.size, bold=bold, alignment=TA_CENTER)
