"""Reads the plain text in which the demonstration's pages are written, line by line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

Resolve = Callable[[str], str]

_MARKS = (
    ("heading", re.compile(r"(#{2,4}) +(?:((?:\d+(?:\.\d+)*|Appendix \w+):?) )?(.+)")),
    ("tag", re.compile(r"\[(\w+)\] *(.*)")),
    ("bullet", re.compile(r"- +(.+)")),
    ("number", re.compile(r"\d+\) +(.+)")),
    ("letter", re.compile(r"\(?[a-z]\) +(.+)")),
    ("row", re.compile(r"\| *(.+?) *\|?$")),
    ("caption", re.compile(r"table: +(.+)")),
    ("term", re.compile(r"(.+?) :: +(.+)")),
    ("clause", re.compile(r"(\d+(?:\.\d+)+) +(.+)")),
)


@dataclass
class Piece:
    """One line, with the lines that continue it: its kind and its parts."""

    kind: str
    parts: list[str] = field(default_factory=list)

    def more(self, line: str) -> None:
        """Add a line that continues this one."""
        self.parts[-1] += f" {line.strip()}"


def pieces(text: str) -> list[Piece]:
    """The text as pieces; a line without a mark of its own continues the line before it."""
    found: list[Piece] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip():
            fresh = True
            continue
        piece = _marked(line.strip())
        if piece:
            found.append(piece)
        elif fresh or not found:
            found.append(Piece("text", [line.strip()]))
        else:
            found[-1].more(line)
        fresh = False
    return found


def inline(text: str, resolve: Resolve) -> str:
    """``**bold**`` and ``[text](target)`` as HTML; ``resolve`` gives a link's attributes."""
    html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))
    return re.sub(
        r"\[(.+?)\]\((.+?)\)", lambda m: f"<a {resolve(m.group(2))}>{m.group(1)}</a>", html
    )


def _marked(line: str) -> Piece | None:
    for kind, pattern in _MARKS:
        if match := pattern.fullmatch(line):
            return Piece(kind, [part or "" for part in match.groups()])
    return None
