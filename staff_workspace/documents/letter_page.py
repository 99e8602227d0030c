"""The page of letters and forms: a letterhead in the body's name, and a foot with page numbers."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from .branding import DEMONSTRATION, INK, QUIET_INK, RULE, Branding
from .faces import BOLD, REGULAR, printable
from .styles import LARGE_PRINT_SIZE
from .tagging import TaggedCanvas
from .typesetting import KnownPages, Margins, PageDesign

SIDE = 22 * mm
WIDTH, HEIGHT = float(A4[0]), float(A4[1])
COLUMN = WIDTH - 2 * SIDE
SMALLEST_HEAD = 6.0
FOOT_SIZE = 8.5
MOST_CONTACT_LINES = 8


def letter_design(
    branding: Branding, reference: str, *, draft: bool = False, large_print: bool = False
) -> PageDesign:
    """Margins and decoration of a letter; `draft` puts the word DRAFT at the head.

    In large print the head holds the name alone, since nothing is set under 16 point.
    """
    foot_size = LARGE_PRINT_SIZE if large_print else FOOT_SIZE

    def foot(canvas: TaggedCanvas, known: KnownPages) -> None:
        with canvas.artifact("Footer"):
            draw_foot(canvas, branding, known, reference, foot_size)

    def first(canvas: TaggedCanvas, known: KnownPages) -> None:
        with canvas.artifact("Header"):
            _letterhead(canvas, branding, draft=draft, name_only=large_print)
        foot(canvas, known)

    def later(canvas: TaggedCanvas, known: KnownPages) -> None:
        with canvas.artifact("Header"):
            _running_head(canvas, branding, draft=draft, size=16.0 if large_print else 9.5)
        foot(canvas, known)

    top, bottom = (30 * mm, 29 * mm) if large_print else (41 * mm, 23 * mm)
    return PageDesign(
        Margins(SIDE, SIDE, top, bottom), Margins(SIDE, SIDE, 27 * mm, bottom), first, later
    )


def draw_foot(
    canvas: TaggedCanvas, branding: Branding, known: KnownPages, left: str, size: float = FOOT_SIZE
) -> None:
    """Draw the page number, the text on the left, and the warning of a demonstration."""
    two_lines = size > FOOT_SIZE
    y = (17 if two_lines else 12) * mm
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, y + size * 1.3, WIDTH - SIDE, y + size * 1.3)
    canvas.setFillColor(QUIET_INK)
    total = max(known.total, canvas.page_index + 1)
    number = f"Page {canvas.page_index + 1} of {total}"
    canvas.setFont(REGULAR, size)
    canvas.drawRightString(WIDTH - SIDE, y, number)
    draw_fitted(canvas, left, SIDE, y, (WIDTH - 2 * SIDE) * 0.3, REGULAR, size)
    if branding.demo:
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, size)
        below = y - size * 1.35 if two_lines else y
        canvas.drawCentredString(WIDTH / 2, below, DEMONSTRATION)


def draw_fitted(
    canvas: TaggedCanvas, text: str, x: float, y: float, width: float, face: str, size: float,
    *, to_right: bool = False, least: float = SMALLEST_HEAD,
) -> None:  # fmt: skip
    """Draw one line, set smaller, then cut with an ellipsis, if it is too wide."""
    line = " ".join(printable(text).text.split())
    while size > least and stringWidth(line, face, size) > width:
        size -= 0.5
    if stringWidth(line, face, size) > width:
        while line and stringWidth(line + "…", face, size) > width:
            line = line[: max(len(line) - 1 - len(line) // 8, 0)]
        line += "…"
    canvas.setFont(face, size)
    (canvas.drawRightString if to_right else canvas.drawString)(x, y, line)


def _letterhead(canvas: TaggedCanvas, branding: Branding, *, draft: bool, name_only: bool) -> None:
    top = HEIGHT - 13 * mm
    _band(canvas, branding)
    if name_only:
        draw_fitted(canvas, branding.body_name, SIDE, top - 14, COLUMN, BOLD, 18, least=16)
        return
    name = printable(branding.body_name).text
    lines = simpleSplit(name, BOLD, 15, COLUMN * 0.54)[:2] or [""]
    for place, line in enumerate(lines):
        draw_fitted(canvas, line, SIDE, top - 10 - place * 19, COLUMN * 0.56, BOLD, 15)
    canvas.setFillColor(QUIET_INK)
    for place, line in enumerate(branding.contact_lines[:MOST_CONTACT_LINES]):
        y = top - 7 - place * 10
        draw_fitted(canvas, line, WIDTH - SIDE, y, COLUMN * 0.42, REGULAR, 8, to_right=True)
    if draft:
        _draft(canvas, SIDE, top - 62)


def _running_head(canvas: TaggedCanvas, branding: Branding, *, draft: bool, size: float) -> None:
    y = HEIGHT - 16 * mm
    _band(canvas, branding)
    room = COLUMN - (100 if draft else 0)
    draw_fitted(canvas, branding.body_name, SIDE, y, room, BOLD, size, least=min(size, 8.0))
    if draft:
        _draft(canvas, WIDTH - SIDE - 78, y - 5)


def _band(canvas: TaggedCanvas, branding: Branding) -> None:
    canvas.setFillColor(branding.accent)
    canvas.rect(0, HEIGHT - 3 * mm, WIDTH, 3 * mm, stroke=0, fill=1)


def _draft(canvas: TaggedCanvas, x: float, y: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(1.2)
    canvas.rect(x, y, 78, 19)
    canvas.setFont(BOLD, 13)
    canvas.drawCentredString(x + 39, y + 5, "DRAFT")
