"""A canvas that says of everything it draws whether it is content or decoration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from .faces import REGULAR, register_faces
from .structure import Element, LinkMark, Mark


class NestedMark(RuntimeError):
    """Marked content was opened inside marked content: a fault in a flowable."""


class TaggedCanvas(Canvas):
    """Writes the begin and end of marked content; each mark belongs to one element."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        register_faces()
        options["initialFontName"] = REGULAR  # the default would name a face we do not embed
        super().__init__(*arguments, **options)
        self._next_number: Counter[int] = Counter()
        self._links_on_page: Counter[int] = Counter()
        self._inside_mark = False
        self.heading_pages: dict[str, int] = {}

    @property
    def page_index(self) -> int:
        """The page being drawn, counted from 0."""
        return int(self.getPageNumber()) - 1

    @contextmanager
    def content(self, element: Element, kind: str | None = None) -> Iterator[None]:
        """Mark what is drawn inside as content of `element`."""
        number = self._next_number[self.page_index]
        self._next_number[self.page_index] += 1
        element.marks.append(Mark(self.page_index, number))
        with self._marked(f"/{kind or element.kind} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, purpose: str = "Layout") -> Iterator[None]:
        """Mark what is drawn inside as decoration; `purpose` is Layout, Header or Footer."""
        if purpose in ("Header", "Footer"):
            properties = f"<</Type /Pagination /Subtype /{purpose}>>"
        else:
            properties = f"<</Type /{purpose}>>"
        with self._marked(f"/Artifact {properties} BDC"):
            yield

    def link_to(
        self, element: Element, target: str, box: tuple[float, float, float, float]
    ) -> None:
        """Make `box` (in the current coordinates) a link to a bookmark, held by `element`."""
        self.linkRect("", target, Rect=box, relative=1, thickness=0)
        element.links.append(LinkMark(self.page_index, self._links_on_page[self.page_index]))
        self._links_on_page[self.page_index] += 1

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if self._inside_mark:
            raise NestedMark(opening)
        self._inside_mark = True
        self.addLiteral(opening)
        try:
            yield
        finally:
            self.addLiteral("EMC")
            self._inside_mark = False
