"""Headline numbers, large, each with its words beneath."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from .branding import INK, PALE
from .faces import BOLD, REGULAR
from .story import Story
from .structure import Element
from .styles import StyleSheet

HEIGHT = 78.0
GAP = 12.0


def add_tiles(story: Story, numbers: Sequence[tuple[str, str]], *, in_row: int) -> None:
    """Add pairs of a number and its words, so many to a row; a list to a screen reader."""
    holder = story.root.add("L", numbering="None")
    bodies = [holder.add("LI").add("LBody") for _ in numbers]
    for start in range(0, len(numbers), in_row):
        row = list(zip(bodies, numbers, strict=True))[start : start + in_row]
        story.place(TileRow(row, in_row, story.styles))


class TileRow(Flowable):
    """One row of tiles."""

    def __init__(
        self, tiles: Sequence[tuple[Element, tuple[str, str]]], in_row: int, styles: StyleSheet
    ) -> None:
        super().__init__()
        self.tiles, self.in_row, self.styles = tiles, in_row, styles
        self.spaceAfter = GAP

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width offered."""
        self.width, self.height = width, HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw each tile: background first, as decoration, then the words."""
        wide = (self.width - GAP * (self.in_row - 1)) / self.in_row
        for place, (element, (number, words)) in enumerate(self.tiles):
            x = place * (wide + GAP)
            with self.canv.artifact():
                self.canv.setFillColor(PALE)
                self.canv.rect(x, 0, wide, HEIGHT, stroke=0, fill=1)
                self.canv.setFillColor(self.styles.accent)
                self.canv.rect(x, 0, 4, HEIGHT, stroke=0, fill=1)
            with self.canv.content(element):
                self.canv.setFillColor(self.styles.accent)
                self.canv.setFont(BOLD, 25)
                self.canv.drawString(x + 16, HEIGHT - 34, number + " ")
                self.canv.setFillColor(INK)
                self.canv.setFont(REGULAR, 9.5)
                for line, text in enumerate(simpleSplit(words, REGULAR, 9.5, wide - 26)):
                    self.canv.drawString(x + 16, HEIGHT - 52 - line * 12.5, text + " ")
