"""A list of contents: each line leads to its section and gives its page."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from .branding import INK, RULE
from .faces import REGULAR, printable
from .letter_page import draw_fitted
from .story import Story
from .structure import Element
from .typesetting import KnownPages

LINE = 24.0
SIZE = 11.0


def add_contents(story: Story, known: KnownPages) -> None:
    """Add a line for each section (headings of level 2) known from the pass before."""
    holder = story.root.add("TOC")
    for key, title, level in known.headings:
        if level == 2:
            page = known.of_heading[key]
            reference = holder.add("TOCI").add("Reference")
            link = reference.add("Link", alt=f"{printable(title).text}, page {page}")
            story.place(ContentsLine(link, key, title, page))


class ContentsLine(Flowable):
    """A title, a rule beneath, and the page number; the whole line is a link."""

    def __init__(self, element: Element, key: str, title: str, page: int) -> None:
        super().__init__()
        self.element, self.key, self.title, self.page = element, key, title, page

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width offered."""
        self.width, self.height = width, LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line and lay the link over it."""
        number = str(self.page)
        room = self.width - stringWidth(number, REGULAR, SIZE) - 20
        with self.canv.content(self.element):
            self.canv.setFillColor(INK)
            draw_fitted(self.canv, self.title, 0, 9, room, REGULAR, SIZE)
            self.canv.setFont(REGULAR, SIZE)
            self.canv.drawRightString(self.width, 9, " " + number)
        with self.canv.artifact():
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.5)
            self.canv.line(0, 1, self.width, 1)
        self.canv.link_to(self.element, self.key, (0, 0, self.width, LINE))
