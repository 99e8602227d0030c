"""What became of a document: how much of it was placed, where, and what an editor must look at."""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from public_site.importers.lines import Omission
from public_site.importers.numbering import BULLET, parse_marker

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]+>")
# How many words must agree for two texts to have met again, and how far ahead that is looked for.
_MEET = 3
_AHEAD = 400


_ROMAN = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
]
TITLE_PAGE = "title page"


@dataclass(frozen=True)
class Figures:
    """Counts of words, and of blocks by type."""

    words: int
    left_out: int
    placed: int
    blocks: dict[str, int]

    @property
    def percent(self) -> float:
        """The share of the words to be placed that the draft holds in their order."""
        due = self.words - self.left_out
        return 100.0 * self.placed / due if due > 0 else 0.0


def words(text: str) -> list[str]:
    """The words of a text, for comparing."""
    return [word.casefold() for word in _WORD.findall(text)]


def body_texts(body: list[dict[str, Any]]) -> Iterator[str]:
    """Every text of the blocks, in reading order, without markup."""
    for block in body:
        value = block["value"]
        if block["type"] == "heading":
            yield f"{value['number']} {value['title']}"
        elif block["type"] == "paragraph":
            yield f"{value['number']} {html.unescape(_TAG.sub(' ', value['text']))}"
        elif block["type"] == "table":
            yield " ".join(column["heading"] for column in value["columns"])
            yield from (" ".join(row["values"]) for row in value["rows"])
        else:
            style = value.get("style", "")
            for place, item in enumerate(value["items"], start=1):
                yield f"{printed_label(style, place)} {_item_text(item['value'])}"


def printed_label(style: str, place: int) -> str:
    """What a list prints before its item: "3" or "c"; nothing before a bullet."""
    if style == "letter":
        return chr(ord("a") + (place - 1) % 26)
    if style == "roman":
        return _ROMAN[(place - 1) % len(_ROMAN)]
    return str(place) if style == "number" else ""


def _item_text(value: Any) -> str:
    return value if isinstance(value, str) else f"{value['term']} {value['meaning']}"


def measure(
    source: list[tuple[int, str]], removed: list[Omission], body: list[dict[str, Any]]
) -> Figures:
    """How many words of the source's numbered lines the body holds, in their order."""
    gone = {(omission.line, tuple(words(omission.text))) for omission in removed}
    wanted: list[str] = []
    total = 0
    for number, text in source:
        marker = parse_marker(text.strip())
        line = words(marker.rest if marker and marker.kind == BULLET else text)
        total += len(line)
        wanted += [] if (number, tuple(line)) in gone else line
    held = [word for text in body_texts(body) for word in words(text)]
    left_out = sum(len(words(omission.text)) for omission in removed)
    placed = count_in_order(wanted, held)
    blocks = Counter(block["type"] for block in body)
    return Figures(total, left_out, placed, dict(blocks))


def count_in_order(wanted: list[str], held: list[str]) -> int:
    """How many of the wanted words are held, in order.

    Where the two part, they meet again at the next three words they share nearby: a single word
    would match too soon, in the middle of something else.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in range(len(held)):
        places[tuple(held[index : index + _MEET])].append(index)
    placed = i = at = 0
    while i < len(wanted):
        if at < len(held) and wanted[i] == held[at]:
            placed, i, at = placed + 1, i + 1, at + 1
            continue
        found = places.get(tuple(wanted[i : i + _MEET]), [])
        near = next((place for place in found if at <= place <= at + _AHEAD), None)
        if near is None:
            i += 1
        else:
            at = near
    return placed


def describe(
    figures: Figures,
    removed: list[Omission],
    notes: list[Omission],
    unplaced: list[Omission],
    unit: str,
) -> list[str]:
    """The report as lines to print; it never repeats a person's name."""
    blocks = ", ".join(f"{count} {kind}" for kind, count in sorted(figures.blocks.items()))
    lines = [
        f"Placed: {blocks}.",
        f"Words: {figures.words} in the document, {figures.left_out} left out as named below, "
        f"{figures.percent:.1f}% of the rest placed in order.",
    ]
    lines += _part("Left out", removed, unit)
    lines += _part("Look at", notes, unit)
    lines += _part("Could not be placed", unplaced, unit)
    if not unplaced:
        lines.append("Could not be placed: nothing.")
    return lines


def _part(title: str, omissions: list[Omission], unit: str) -> list[str]:
    """One part of the report; runs of lines with one reason are one line of it."""
    if not omissions:
        return []
    lines = [f"{title}:"]
    by_reason: dict[str, list[Omission]] = {}
    for omission in sorted(omissions, key=lambda o: o.line):
        by_reason.setdefault(omission.reason, []).append(omission)
    for reason, group in by_reason.items():
        numbers = _ranges(sorted({o.line for o in group}))
        sample = next((o.text for o in group if o.text and not o.personal), "")
        # A title page may carry a name that no label gives away.
        personal = reason == TITLE_PAGE or any(o.personal for o in group)
        shown = f" (“{sample[:60]}”)" if sample and not personal else ""
        lines.append(f"  {unit} {numbers}: {reason}{shown}")
    return lines


def _ranges(numbers: list[int]) -> str:
    """1, 2, 3, 7 as "1–3, 7"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)
