"""The pages of an annual report: a cover with a band of colour, then running head and foot."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from .branding import DEMONSTRATION, INK, QUIET_INK, Branding
from .faces import BOLD, REGULAR
from .letter_page import COLUMN, FOOT_SIZE, HEIGHT, SIDE, WIDTH, draw_fitted, draw_foot
from .story import Story
from .tables import TaggedTable
from .tagging import TaggedCanvas
from .typesetting import KnownPages, Margins, PageDesign

BAND_HEIGHT = 480.0


def report_design(branding: Branding, title: str) -> PageDesign:
    """Margins and decoration: a cover without margins, then ordinary pages."""

    def cover(canvas: TaggedCanvas, _known: KnownPages) -> None:
        if branding.demo:
            with canvas.artifact("Footer"):
                canvas.setFillColor(INK)
                canvas.setFont(BOLD, FOOT_SIZE + 1.5)
                canvas.drawString(SIDE, 12 * mm, DEMONSTRATION)

    def page(canvas: TaggedCanvas, known: KnownPages) -> None:
        with canvas.artifact("Header"):
            canvas.setFillColor(branding.accent)
            canvas.rect(0, HEIGHT - 3 * mm, WIDTH, 3 * mm, stroke=0, fill=1)
            canvas.setFillColor(QUIET_INK)
            draw_fitted(canvas, title, SIDE, HEIGHT - 14 * mm, COLUMN, REGULAR, 9)
        with canvas.artifact("Footer"):
            draw_foot(canvas, branding, known, branding.short_name)

    return PageDesign(Margins(0, 0, 0, 24 * mm), Margins(SIDE, SIDE, 25 * mm, 23 * mm), cover, page)


def add_cover(story: Story, title: str, body_name: str, below: Sequence[str]) -> None:
    """Add the cover: name and title in white on the band, which grows with them, then lines."""
    styles = story.styles
    name = styles.centred(size=15, bold=True).clone(
        "cover-name", textColor=white, alignment=0, spaceAfter=14
    )
    large = styles.heading(1).clone(
        "cover-title", textColor=white, fontSize=34, leading=41, spaceBefore=0
    )
    # Drawn under the name, but read first: the title of the document is its H1.
    heading = story.title(title, large)
    publisher = story.text_in(story.root.add("P"), body_name, name)
    lines = [story.text_in(story.root.add("P"), line, styles.lead) for line in below]
    story.place(
        TaggedTable(
            [[[publisher, heading]], [list(lines)]],
            colWidths=[float(A4[0])],
            minRowHeights=[BAND_HEIGHT, 60],
            style=[
                ("FONT", (0, 0), (-1, -1), REGULAR, styles.size),
                ("BACKGROUND", (0, 0), (-1, 0), styles.accent),
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("VALIGN", (0, 1), (-1, 1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), SIDE),
                ("RIGHTPADDING", (0, 0), (-1, -1), SIDE),
                ("BOTTOMPADDING", (0, 0), (-1, 0), 36),
                ("TOPPADDING", (0, 1), (-1, 1), 28),
            ],
        )
    )
