"""Paragraphs, headings and list items that mark themselves, also when split over pages."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from .structure import Element


class TaggedParagraph(Paragraph):
    """A paragraph drawn as content of one element; its halves share the element."""

    element: Element | None = None
    label: Element | None = None
    bookmark: tuple[str, str, int] | None = None
    repeats = False

    @classmethod
    def of(cls, markup: str, style: ParagraphStyle, element: Element | None) -> TaggedParagraph:
        """Build a paragraph for an element, or for decoration when `element` is None."""
        paragraph = cls(markup, style)
        paragraph.element = element
        return paragraph

    def split(self, width: float, height: float) -> list[Any]:
        """Split as ReportLab does; only the first half keeps the bullet and the bookmark."""
        parts = super().split(width, height)
        for place, part in enumerate(parts):
            if part is self:
                continue
            part.element, part.repeats = self.element, self.repeats
            if place == 0:
                part.label, part.bookmark = self.label, self.bookmark
        return list(parts)

    def draw(self) -> None:
        """Draw the bullet, then the text; a repeated table header is decoration."""
        self._draw_bookmark()
        self._end_lines_with_spaces()
        if self.label is not None:
            with self.canv.content(self.label):
                self._draw_bullet()
        if self.element is None or (self.repeats and self.element.marks):
            with self.canv.artifact():
                super().draw()
            return
        with self.canv.content(self.element):
            super().draw()

    def _end_lines_with_spaces(self) -> None:
        # Without a space the last word of a line and the first of the next are read as one.
        block = self.blPara
        if block.kind == 0:
            block.lines = [
                (room, words if words[-1:] == [""] else [*words, ""]) for room, words in block.lines
            ]
            return
        for line in block.lines:
            if line.words and not line.words[-1].text.endswith(" "):
                line.words[-1] = line.words[-1].clone(text=line.words[-1].text + " ")

    def _draw_bookmark(self) -> None:
        if self.bookmark is None:
            return
        key, title, level = self.bookmark
        self.canv.bookmarkHorizontal(key, 0, self.height + 6)
        self.canv.addOutlineEntry(title, key, level=level, closed=False)
        self.canv.heading_pages[key] = self.canv.page_index + 1

    def _draw_bullet(self) -> None:
        style = self.style
        self.canv.setFont(style.fontName, style.fontSize)
        self.canv.setFillColor(style.textColor)
        ascent = getattr(self.blPara, "ascent", style.fontSize)
        self.canv.drawString(style.leftIndent - style.fontSize, self.height - ascent, "•")
