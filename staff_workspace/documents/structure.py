"""The structure tree of a document: what each piece of a page means, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

# Kept even when nothing was drawn in them: an empty cell still holds a column in place.
KEPT_WHEN_EMPTY = frozenset({"TD", "TH"})


@dataclass(frozen=True)
class Mark:
    """A piece of page content: the page (from 0) and its marked-content number there."""

    page: int
    number: int


@dataclass(frozen=True)
class LinkMark:
    """A link annotation: the page (from 0) and its place among that page's annotations."""

    page: int
    place: int


@dataclass
class Element:
    """One node of the tree; `kind` is a standard PDF structure type such as H1, P or TH."""

    kind: str
    alt: str | None = None
    actual_text: str | None = None
    scope: str | None = None
    numbering: str | None = None
    bounds: tuple[float, float, float, float] | None = None
    children: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    links: list[LinkMark] = field(default_factory=list)

    def add(self, kind: str, **properties: str | None) -> Element:
        """Append a child element and return it."""
        child = Element(kind, **properties)  # type: ignore[arg-type]
        self.children.append(child)
        return child

    @property
    def is_drawn(self) -> bool:
        """Whether anything in this branch reached a page, or must be kept regardless."""
        return bool(self.marks or self.links or self.kind in KEPT_WHEN_EMPTY) or any(
            child.is_drawn for child in self.children
        )

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
