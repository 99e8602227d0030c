"""The parts of a policy once it is decided what each line is."""

from dataclasses import dataclass

from public_site.importers.lines import Gap

HEADING = "heading"
PARAGRAPH = "paragraph"
ITEM = "item"
TABLE = "table"
ADDRESS = "address"
DEFINITION = "definition"


@dataclass(frozen=True)
class Element:
    """One part: `style` is a list's ("bullet", "number", …), `label` the number as printed."""

    kind: str
    line: int
    text: str = ""
    label: str = ""
    level: int = 0
    style: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    gap: Gap = Gap.BLANK
    # For a heading: the appendix or outline it opens, and whether a number gave it its level.
    appendix: bool = False
    outline: int = 0
    is_title: bool = False
    page_start: bool = False
    # For an item inside another one's list.
    nested: bool = False
    term: str = ""
    # Items of one run stay apart from a list that happens to stand above them.
    run: int = 0
    written: int = 1
