"""A QR code beside the words that say where it leads, for whoever cannot or will not scan it."""

from __future__ import annotations

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from .branding import INK
from .paragraphs import TaggedParagraph
from .story import Story
from .structure import Element

SIDE = 27 * mm
GAP = 5 * mm
# The standard's quiet zone, in modules; without it scanners do not find the code.
QUIET = 4


class CodeBesideWords(Flowable):
    """Paragraphs on the right and the code on the left, kept on one page."""

    def __init__(self, figure: Element, content: str, words: list[TaggedParagraph]) -> None:
        super().__init__()
        self.figure, self.words = figure, words
        # Middle correction: it still reads where a fold or a stain hides a seventh of it.
        code = QrCodeWidget(content, barLevel="M").qr
        code.make()
        self.rows = [
            [bool(code.isDark(row, column)) for column in range(code.getModuleCount())]
            for row in range(code.getModuleCount())
        ]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        room = width - SIDE - GAP
        self.heights = [paragraph.wrap(room, height)[1] for paragraph in self.words]
        self.width, self.height = width, max(float(SIDE), sum(self.heights))
        return self.width, self.height

    def draw(self) -> None:
        """The words first, as they are read; then the code."""
        y = self.height - (self.height - sum(self.heights)) / 2
        for paragraph, tall in zip(self.words, self.heights, strict=True):
            y -= tall
            paragraph.drawOn(self.canv, SIDE + GAP, y)
        foot = (self.height - SIDE) / 2
        left, bottom = self.canv.absolutePosition(0, foot)
        self.figure.bounds = (left, bottom, left + SIDE, bottom + SIDE)
        with self.canv.content(self.figure):
            self._modules(foot)

    def _modules(self, foot: float) -> None:
        """Each run of dark modules of a row as one rectangle."""
        side = SIDE / (len(self.rows) + 2 * QUIET)
        self.canv.setFillColor(INK)
        for place, row in enumerate(self.rows):
            y = foot + SIDE - (QUIET + place + 1) * side
            start = None
            for column, dark in enumerate([*row, False]):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    x = (QUIET + start) * side
                    self.canv.rect(x, y, (column - start) * side, side, stroke=0, fill=1)
                    start = None


def add_online_page(story: Story, address: str, reference: str) -> None:
    """Add the way to "your complaint"; nothing where there is no such page.

    ``address`` carries the reference and never a code.
    """
    if not address:
        return
    lead = story.text_in(
        story.root.add("P"),
        f"Scan the code or go to {address.partition('?')[0]}. You need your reference, "
        f"{reference}, and the code from your receipt. If you do not have the code, ask us for a "
        "new one.",
        story.styles.body,
        lead_in="See where it stands, write to us or add something online.",
    )
    figure = story.root.add(
        "Figure", alt=f"QR code that opens {address}. It holds the reference and no code."
    )
    story.space(8)
    story.place(CodeBesideWords(figure, address, [lead]))
