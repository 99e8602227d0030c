"""What belongs to the printed page and not to the policy: page numbers, running heads, contents."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from public_site.importers.lines import Gap, Line, Omission
from public_site.importers.numbering import parse_marker

_PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:\d{1,3}|page\s*\|?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s*\|\s*page"
    r"|\d{1,3}\s*of\s*\d{1,3})[-–—\s]*$",
    re.I,
)
_ANY_PAGE = re.compile(r"\bpage\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}\b|\|\s*page\s*\d{1,3}\b", re.I)
_CONTENTS = re.compile(r"^(?:table of )?contents(?: page)?:?$|^index$", re.I)
_CONTENTS_HEAD = re.compile(
    r"^(?:section|title|heading|no\.?)?[\s\t]*(?:page(?: no\.?| number)?)?$", re.I
)
_LEADER = re.compile(r"^(.*?\S)\s*(?:[.…·_]\s?){4,}\s*(\d{1,3}|[ivxl]+)$")
_ENTRY = re.compile(r"^(.*?[^\d\s.].*?)(?:\s*(?:[.…·_]\s?){3,}\s*|\t+\s*| {2,})(\d{1,3}|[ivxl]+)$")
_BARE_LINK = re.compile(r"^<?(?:mailto:|https?://)\S+>?$")
_NEAR_EDGE = 3
_REPEATS = 3


def strip(lines: list[Line]) -> tuple[list[Line], list[Omission]]:
    """The lines of the policy itself, and the furniture with the reason for each."""
    reasons: dict[int, str] = {}
    rules: tuple[Callable[[list[Line]], Iterable[tuple[int, str]]], ...] = (
        _contents,
        _page_numbers,
        _running_heads,
        _repeated_links,
    )
    for rule in rules:
        reasons.update({i: why for i, why in rule(lines) if i not in reasons})
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index in reasons:
            continue
        if index - 1 in reasons and kept:
            # Two halves of a paragraph meet again across what was taken out between them.
            line = replace(line, gap=Gap.BLANK, page_start=True)
        kept.append(line)
    removed = [Omission(lines[i].number, lines[i].text, why) for i, why in sorted(reasons.items())]
    return kept, removed


def _page_numbers(lines: list[Line]) -> Iterable[tuple[int, str]]:
    """Lines that hold a page number alone; a number in a column of a table stands tight."""
    for index, line in enumerate(lines):
        if not _PAGE_NUMBER.match(line.text) or "\t" in line.text:
            continue
        after = lines[index + 1] if index + 1 < len(lines) else None
        apart = line.gap is not Gap.TIGHT or line.page_start
        if apart and (after is None or after.gap is not Gap.TIGHT or after.page_start):
            yield index, "page number"


def _edges(lines: list[Line]) -> set[int]:
    """The indexes within a few lines of where a page begins or ends."""
    breaks = {i for i, line in enumerate(lines) if line.page_start}
    breaks |= {i for i, line in enumerate(lines) if _PAGE_NUMBER.match(line.text)}
    breaks |= {i for i, line in enumerate(lines) if _ANY_PAGE.search(line.text)}
    return {i + d for i in breaks for d in range(-_NEAR_EDGE, _NEAR_EDGE + 1)}


def _running_heads(lines: list[Line]) -> Iterable[tuple[int, str]]:
    """Lines that come back at the edge of page after page, whatever number they carry."""
    edges = _edges(lines)
    seen: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index in edges and len(line.text) <= 120 and "\t" not in line.text.strip():
            seen[re.sub(r"\d+", "#", line.text.casefold().strip())].append(index)
    for key, places in seen.items():
        numbered = "#" in key and _ANY_PAGE.search(lines[places[0]].text)
        repeated = len(places) >= _REPEATS and not parse_marker(lines[places[0]].text)
        if (repeated and not lines[places[0]].bullet) or (numbered and len(places) > 1):
            # The first of them may be the title page itself; the title is read before this.
            keep_first = lines[places[0]].number == lines[0].number
            yield from ((i, "running head or foot") for i in places[keep_first:])


def _repeated_links(lines: list[Line]) -> Iterable[tuple[int, str]]:
    """A bare address at the foot of a page that the text above has named already."""
    text = ""
    for index, line in enumerate(lines):
        last = index + 1 == len(lines) or lines[index + 1].page_start
        address = line.text.strip("<> ").removeprefix("mailto:")
        if last and _BARE_LINK.match(line.text) and address in text:
            yield index, "link named already"
        text += line.text + "\n"


def _contents(lines: list[Line]) -> Iterable[tuple[int, str]]:
    """The contents list with its heading; and lone entries with dotted leaders anywhere."""
    inside = False
    taken: set[str] = set()
    for index, line in enumerate(lines):
        if _CONTENTS.match(line.text.strip()):
            inside = True
            yield index, "contents list"
            continue
        if _LEADER.match(line.text):
            yield index, "contents list"
            continue
        if not inside:
            continue
        if _is_entry(lines, index, taken):
            yield index, "contents list"
        else:
            inside = False


def _is_entry(lines: list[Line], index: int, taken: set[str]) -> bool:
    """Whether the line is part of the contents list that is being passed over."""
    text = lines[index].text
    if _CONTENTS_HEAD.match(text) or _PAGE_NUMBER.match(text):
        return True
    entry = _ENTRY.match(text)
    title = _plain(entry[1] if entry else text)
    if entry:
        taken.add(title)
        return True
    if title in taken:
        return False
    if any(_ENTRY.match(follow.text) for follow in lines[index + 1 : index + 3]) and not taken:
        return True
    if (
        lines[index + 1 : index + 2]
        and lines[index + 1].gap is Gap.TIGHT
        and _ENTRY.match(lines[index + 1].text)
    ):
        # An entry too long for its line: its page number stands on the next.
        return True
    again = any(_plain(later.text) == title for later in lines[index + 1 :])
    if again:
        taken.add(title)
    return again


def _plain(text: str) -> str:
    """A heading without its number, for comparing a contents entry with the heading it names."""
    marker = parse_marker(text)
    rest = marker.rest if marker else text
    return re.sub(r"\W+", " ", rest).casefold().strip() or text.casefold()
