"""Which typeface the documents use, and what becomes of a character it cannot draw."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

import font_roboto
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Roboto", "Roboto-Bold", "Roboto-Italic", "Roboto-BoldItalic"
_FILES = {
    REGULAR: font_roboto.font_files["Roboto"],
    BOLD: font_roboto.font_files["RobotoBold"],
    ITALIC: font_roboto.font_files["RobotoItalic"],
    BOLD_ITALIC: font_roboto.font_files["RobotoBoldItalic"],
}
REPLACEMENT = "\ufffd"
REPLACEMENT_NOTE = (
    f"A character that our typeface cannot print shows as {REPLACEMENT}. "
    "The text in our records, and as read aloud by a screen reader, is unchanged."
)


@dataclass(frozen=True)
class Printable:
    """Text ready to draw; `original` is set when something had to be replaced."""

    text: str
    original: str | None

    @property
    def markup(self) -> str:
        """The text escaped for a ReportLab paragraph, with its line breaks kept."""
        return escape(self.text).replace("\n", "<br/>")


@lru_cache(maxsize=1)
def register_faces() -> frozenset[int]:
    """Register the embedded faces once; return the code points that they can draw."""
    for name, path in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, path))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def printable(text: str) -> Printable:
    """Return the text as it can be drawn.

    Composes accents, drops control characters, keeps line breaks, and puts a visible
    mark in place of each character without a glyph. Never fails, whatever the text.
    """
    drawable = register_faces()
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    composed = composed.replace("\u2028", "\n").replace("\u2029", "\n")
    kept = [c for c in composed if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf")]
    drawn = "".join(_drawn(c, drawable) for c in kept)
    if REPLACEMENT not in drawn:
        return Printable(drawn, None)
    original = "".join(REPLACEMENT if unicodedata.category(c) == "Cs" else c for c in kept)
    return Printable(drawn, original)


def _drawn(character: str, drawable: frozenset[int]) -> str:
    if character == "\n":
        return character
    if character == "\t":
        return " "
    return character if ord(character) in drawable else REPLACEMENT
