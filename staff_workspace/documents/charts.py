"""Charts drawn as vectors in the document's own typeface: upright bars and lying bars."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from .branding import INK, PALE, QUIET_INK, RULE
from .faces import BOLD, REGULAR, printable
from .structure import Element

Bars = Sequence[tuple[str, int]]
CHART_TEXT = 8.5


class Chart(Flowable):
    """A figure of fixed height with alternative text; what it shows is in a table as well."""

    def __init__(self, element: Element, bars: Bars, colour: Color, height: float) -> None:
        super().__init__()
        self.element, self.bars, self.colour = element, list(bars), colour
        self.height = height
        self.spaceAfter = 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width offered."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw everything as content of one Figure and note where it stands."""
        x, y = self.canv.absolutePosition(0, 0)
        self.element.bounds = (x, y, x + self.width, y + self.height)
        with self.canv.content(self.element):
            self.draw_figure()

    def draw_figure(self) -> None:
        """Draw the bars; each kind of chart has its own way."""
        raise NotImplementedError


class UprightBars(Chart):
    """One bar for each month or class, with its number on top."""

    def draw_figure(self) -> None:
        """Draw grid lines, bars, numbers and names."""
        base, left = 20.0, 26.0
        room = self.height - base - 14
        top, step = scale(max((number for _, number in self.bars), default=0))
        self._grid(base, left, room, top, step)
        if not self.bars:
            return
        slot = (self.width - left) / len(self.bars)
        for place, (name, number) in enumerate(self.bars):
            x, tall = left + slot * (place + 0.19), room * number / top
            self.canv.setFillColor(self.colour)
            self.canv.rect(x, base, slot * 0.62, tall, stroke=0, fill=1)
            self.canv.setFillColor(INK)
            self.canv.setFont(BOLD, CHART_TEXT)
            self.canv.drawCentredString(x + slot * 0.31, base + tall + 3, f"{number:,}")
            self.canv.setFont(REGULAR, CHART_TEXT)
            self.canv.drawCentredString(x + slot * 0.31, base - 13, name)

    def _grid(self, base: float, left: float, room: float, top: int, step: int) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.setFillColor(QUIET_INK)
        self.canv.setFont(REGULAR, CHART_TEXT)
        for value in range(0, top + 1, step):
            y = base + room * value / top
            self.canv.line(left, y, self.width, y)
            self.canv.drawRightString(left - 6, y - 3, f"{value:,}")


class LyingBars(Chart):
    """One bar to a line: name on the left, number and share at the end of the bar."""

    def draw_figure(self) -> None:
        """Draw names, tracks, bars and numbers."""
        whole = sum(number for _, number in self.bars)
        if not whole:
            return
        size = CHART_TEXT + 1
        left = max(stringWidth(name, REGULAR, size) for name, _ in self.bars) + 12
        line = self.height / len(self.bars)
        track = self.width - left - 96
        for place, (name, number) in enumerate(self.bars):
            y = self.height - line * (place + 1) + line * 0.22
            self.canv.setFillColor(PALE)
            self.canv.rect(left, y, track, line * 0.56, stroke=0, fill=1)
            self.canv.setFillColor(self.colour)
            self.canv.rect(left, y, track * number / whole, line * 0.56, stroke=0, fill=1)
            text_at = y + line * 0.28 - size * 0.35
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, size)
            self.canv.drawString(0, text_at, printable(name).text)
            self.canv.setFont(BOLD, size)
            percent = 100 * number / whole
            self.canv.drawString(left + track + 8, text_at, f"{number:,}  ({percent:.0f}%)")


def scale(highest: int) -> tuple[int, int]:
    """The top of the axis and the step between grid lines, in round numbers."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000):
        if highest <= step * 5:
            break
    else:
        step = -(-highest // 5000) * 1000
    lines = max(-(-highest // step), 1)
    return step * lines, step


def describe_bars(what: str, bars: Bars) -> str:
    """Alternative text: what the chart shows, its extremes, and where the numbers stand."""
    if not bars or not any(number for _, number in bars):
        return f"Chart of {what}. There is nothing to show."
    most = max(bars, key=lambda bar: bar[1])
    least = min(bars, key=lambda bar: bar[1])
    return (
        f"Bar chart of {what}, from {bars[0][0]} to {bars[-1][0]}. The highest is {most[1]:,} "
        f"({most[0]}) and the lowest {least[1]:,} ({least[0]}). The same figures are in the "
        "table that follows."
    )
