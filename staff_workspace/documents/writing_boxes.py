"""Boxes for a pen: large enough to sign in by hand, and boxes to tick."""

from __future__ import annotations

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from .branding import INK
from .faces import BOLD, REGULAR
from .structure import Element
from .styles import StyleSheet

SIGNATURE_HEIGHT = 40.0
LINE_HEIGHT = 27.0
TICK_SIDE = 15.0
LEADING = 1.3


class WritingBox(Flowable):
    """A label and, beneath it, an empty box; the label is text and the box decoration."""

    def __init__(self, element: Element, label: str, height: float, styles: StyleSheet) -> None:
        super().__init__()
        self.element, self.label, self.styles = element, label, styles
        self.box_height = height
        self.spaceAfter = styles.size * 0.55

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width offered."""
        self.width, self.height = width, self.box_height + self.styles.size * 1.35
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label above the box."""
        size = self.styles.size
        with self.canv.content(self.element):
            self.canv.setFont(BOLD, max(size * 0.95, self.styles.smallest))
            self.canv.setFillColor(INK)
            self.canv.drawString(0, self.box_height + size * 0.42, self.label)
        with self.canv.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.9)
            self.canv.rect(0, 0, self.width, self.box_height)


class TickBox(Flowable):
    """An empty square with words beside it; its alternative text says what a tick means.

    Without `text_element` the words belong to the figure, as in the cell of a table.
    """

    def __init__(
        self, figure: Element, words: str, styles: StyleSheet, text_element: Element | None = None
    ) -> None:
        super().__init__()
        self.figure, self.words, self.styles = figure, words, styles
        self.text_element = text_element
        self.side = max(TICK_SIDE, styles.size * 1.3)
        self.spaceAfter = styles.size * 0.4 if text_element else 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as its cell, as high as the square or the words beside it."""
        self.lines = simpleSplit(self.words, REGULAR, self.styles.size, width - self.side - 7)
        deeper = max(len(self.lines) - 1, 0) * self.styles.size * LEADING
        self.width, self.height = width, self.side + 1 + deeper
        return self.width, self.height

    def draw(self) -> None:
        """Draw the square, then the words."""
        x, y = self.canv.absolutePosition(0, 0)
        foot = self.height - self.side - 0.5
        self.figure.bounds = (x, y + foot, x + self.side + 1, y + self.height)
        with self.canv.content(self.figure):
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1)
            self.canv.rect(0.5, foot, self.side, self.side)
        with self.canv.content(self.text_element or self.figure):
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, self.styles.size)
            first = foot + self.side * 0.5 - self.styles.size * 0.32
            for place, line in enumerate(self.lines):
                y = first - place * self.styles.size * LEADING
                self.canv.drawString(self.side + 7, y, line + " ")
