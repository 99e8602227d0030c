"""The neutral form every reader produces: the lines of a document, before anything is decided."""

from dataclasses import dataclass, field
from enum import IntEnum


class Gap(IntEnum):
    """What stands between a line and the one before it."""

    TIGHT = 0
    BLANK = 1
    # Text taken from a PDF writes a blank line between paragraphs as a space, and a line break
    # inside one as nothing: the difference tells where a paragraph really ends.
    FIRM = 2


@dataclass(frozen=True)
class Line:
    """One line or, once rejoined, one paragraph; `number` counts from 1 in the source."""

    number: int
    text: str
    gap: Gap = Gap.BLANK
    page_start: bool = False
    bullet: bool = False
    # How many written lines were joined to make this one.
    written: int = 1
    cells: tuple[str, ...] = ()
    table: int = 0
    # What a word processor knows and plain text does not: outline level (1 is the highest),
    # the number or letter it prints before the paragraph, and the title of the document.
    outline: int = 0
    label: str = ""
    is_title: bool = False


@dataclass(frozen=True)
class Omission:
    """Something of the source that the draft does not hold, and why."""

    line: int
    text: str
    reason: str
    # A name is left out on purpose: a report says that it was, never what it was.
    personal: bool = False


@dataclass(frozen=True)
class Reading:
    """What a reader hands on. `unit` is what its line numbers count: "line" or "paragraph"."""

    lines: list[Line]
    removed: list[Omission] = field(default_factory=list)
    unplaced: list[Omission] = field(default_factory=list)
    # The words to account for, by line: all that the document says.
    source: list[tuple[int, str]] = field(default_factory=list)
    unit: str = "line"
