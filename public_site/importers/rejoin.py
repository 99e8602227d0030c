"""Which written lines are one paragraph that a page's width, or a page's end, cut apart."""

import re
from dataclasses import replace

from public_site.importers.labels import is_control_label
from public_site.importers.lines import Gap, Line
from public_site.importers.numbering import parse_marker
from public_site.importers.sentences import is_ended, is_title

# A text whose lines run longer than this was not wrapped: each of its lines is a paragraph.
_WRAPPED_AT_MOST = 120
_FULL = 0.85
_FULL_FIRST_LINE = 0.97
# A line that ends with one of these has not come to its end.
_DANGLING = re.compile(
    r"\b(a|an|the|of|to|from|for|with|by|in|on|at|and|or|as|be|is|are|that|which|their|its)$"
)
_CONTINUES = re.compile(r"^[a-z(.,;&/]|^\d+ [a-z]")


def rejoin(lines: list[Line]) -> list[Line]:
    """The lines as paragraphs; each keeps the number of its first line."""
    width = _wrap_width(lines)
    joined: list[Line] = []
    last_written = ""
    for line in lines:
        if joined and _continues(joined[-1], last_written, line, width):
            previous = joined[-1]
            glue = "" if previous.text.endswith("-") and line.text[:1].islower() else " "
            joined[-1] = replace(
                previous, text=f"{previous.text}{glue}{line.text}", written=previous.written + 1
            )
        else:
            joined.append(line)
        last_written = line.text
    return joined


def _wrap_width(lines: list[Line]) -> int:
    """The width lines were wrapped at, in characters; 0 when they were not."""
    lengths = sorted(len(line.text) for line in lines if not line.cells)
    if len(lengths) < 8 or lengths[len(lengths) * 95 // 100] > _WRAPPED_AT_MOST:
        return 0
    return lengths[len(lengths) * 99 // 100]


def starts_anew(line: Line) -> bool:
    """True for a line that cannot continue the one before: marked, labelled, or of a table."""
    return bool(
        line.cells
        or line.bullet
        or line.outline
        or line.label
        or parse_marker(line.text)
        or is_control_label(line.text)
    )


def _continues(previous: Line, written: str, line: Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph whose last written line is `written`."""
    if previous.cells or starts_anew(line) or is_control_label(previous.text):
        return False
    ended = is_ended(written)
    carries_on = bool(_CONTINUES.match(line.text))
    if line.gap is not Gap.TIGHT:
        if ended:
            return False
        if carries_on:
            return not line.text.startswith("(") or line.gap is Gap.BLANK
        if _DANGLING.search(written):
            return line.gap is Gap.BLANK
        return line.gap is Gap.BLANK and _is_full(written, line.text, width, _FULL)
    if written.endswith("-") and line.text[:1].islower():
        return True
    if (carries_on or _DANGLING.search(written)) and not ended:
        return True
    if line.page_start and ended:
        return False
    marked = previous.bullet or parse_marker(previous.text) is not None
    # A first line that can be a title must be quite full before it counts as torn off its text.
    like_title = previous.written == 1 and not marked and is_title(written)
    return _is_full(written, line.text, width, _FULL_FIRST_LINE if like_title else _FULL)


def _is_full(written: str, following: str, width: int, share: float) -> bool:
    """Whether the next word would not have fitted: then the page broke the line, not the writer."""
    word = following.split(" ", 1)[0]
    return bool(width) and len(written) + 1 + len(word) >= width * share
