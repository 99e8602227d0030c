"""Plain text, mostly taken from PDF or Word files: from bytes to lines that belong together."""

import re

from public_site.importers import furniture, tabbed_tables
from public_site.importers.errors import PolicyImportError
from public_site.importers.lines import Gap, Line, Omission, Reading
from public_site.importers.rejoin import rejoin

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_PICTURE = re.compile(r"\[image:[^\]]*\]")


def read_plain_text(data: bytes, name: str) -> Reading:
    """The lines of a text file, wrapped lines rejoined; PolicyImportError if it is not text."""
    text = decode(data, name)
    raw, pictures = raw_lines(text)
    if not raw:
        raise PolicyImportError(f"{name} holds no text.")
    kept, removed = furniture.strip(raw)
    lines = rejoin(tabbed_tables.find(kept))
    return Reading(
        lines=lines,
        removed=removed,
        unplaced=pictures,
        source=[
            (n, _PICTURE.sub("", _BOOKMARK.sub("", t))) for n, t in enumerate(text.split("\n"), 1)
        ],
    )


def decode(data: bytes, name: str) -> str:
    """Text from UTF-8 or Windows-1252; anything else is an error that says what to do."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise PolicyImportError(
        f"{name} is not text in UTF-8 or Windows-1252; save it as UTF-8 and try again."
    )


def raw_lines(text: str) -> tuple[list[Line], list[Omission]]:
    """Each written line with what stands before it, and the places where a picture stood."""
    lines: list[Line] = []
    pictures: list[Omission] = []
    gap, new_page, margin = Gap.TIGHT, True, _margin(text)
    for number, written in enumerate(text.split("\n"), start=1):
        if _PICTURE.search(written):
            pictures.append(Omission(number, "", "a picture stood here"))
        new_page = new_page or "\f" in written
        shown = _PICTURE.sub("", _BOOKMARK.sub("", written.replace("\f", " "))).replace("\xa0", " ")
        shown = shown[min(margin, len(shown) - len(shown.lstrip(" "))) :]
        if not shown.strip(" \t"):
            gap = max(gap, Gap.FIRM if " " in written.replace("\f", "") else Gap.BLANK)
            continue
        line = _line(number, shown, gap, new_page)
        lines.append(line)
        gap, new_page = Gap.TIGHT, False
    return lines, pictures


def _margin(text: str) -> int:
    """The left margin that nearly every line shares, in spaces."""
    indents = sorted(len(w) - len(w.lstrip(" ")) for w in text.split("\n") if w.strip())
    return indents[len(indents) // 20] if indents else 0


def _line(number: int, shown: str, gap: Gap, new_page: bool) -> Line:
    """One line; a single leading space is a page break after text, or a bullet that was lost.

    Text taken from a PDF leaves a space where the page broke (then no blank line stands before
    it) and a space where a bullet of a symbol font was (then one does, or two spaces stand).
    """
    spaces = len(shown) - len(shown.lstrip(" "))
    page_start = new_page or (spaces in (1, 2) and gap is Gap.TIGHT)
    if page_start and spaces:
        spaces -= 1
    lost = spaces == 1 or (spaces == 2 and not page_start)
    bullet = lost and not shown.lstrip(" ").startswith(("(", "\t"))
    return Line(number, shown.strip(" ").rstrip(), gap, page_start=page_start, bullet=bullet)
