"""Runs a story through its pages, again if need be until page numbers are settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from .faces import printable
from .finishing import LANGUAGE, Description, finish
from .story import Story
from .tagging import TaggedCanvas

MOST_PASSES = 4


@dataclass(frozen=True)
class KnownPages:
    """What the pass before found out: where each heading fell and how many pages there are."""

    of_heading: Mapping[str, int] = field(default_factory=dict)
    headings: tuple[tuple[str, str, int], ...] = ()
    total: int = 0


@dataclass(frozen=True)
class Margins:
    """White space around the text, in points."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """The width of the column on A4."""
        return float(A4[0]) - self.left - self.right


@dataclass(frozen=True)
class PageDesign:
    """The first and later pages: margins, and what is drawn around the text as decoration."""

    first: Margins
    later: Margins
    draw_first: Callable[[TaggedCanvas, KnownPages], None]
    draw_later: Callable[[TaggedCanvas, KnownPages], None]


def typeset(
    compose: Callable[[KnownPages], Story], design: PageDesign, description: Description
) -> bytes:
    """Compose and draw until page numbers no longer change; return the tagged PDF."""
    known = KnownPages()
    for _ in range(MOST_PASSES):
        story = compose(known)
        content, found = _draw(story, design, description, known)
        if found == known:
            break
        known = found
    return finish(content, story.root, _printable_description(description))


def _printable_description(description: Description) -> Description:
    title, author, subject = (
        printable(text).text.replace("\n", " ")
        for text in (description.title, description.author, description.subject)
    )
    return Description(title, author, subject, description.made_on)


def _draw(
    story: Story, design: PageDesign, description: Description, known: KnownPages
) -> tuple[bytes, KnownPages]:
    output = BytesIO()
    document = _Document(output, lang=LANGUAGE, invariant=1, pagesize=A4, pageCompression=1)
    document.addPageTemplates(
        [
            _page("first", design.first, design.draw_first, known),
            _page("later", design.later, design.draw_later, known),
        ]
    )
    document.build(list(story.flowables), canvasmaker=_canvas)
    canvas = document.canv
    found = KnownPages(dict(canvas.heading_pages), tuple(story.headings), document.page)
    return output.getvalue(), found


class _Document(BaseDocTemplate):
    def afterInit(self) -> None:
        self.allowSplitting = 1

    def handle_pageBegin(self) -> None:
        super().handle_pageBegin()
        self._handle_nextPageTemplate("later")


def _canvas(*arguments: Any, **options: Any) -> TaggedCanvas:
    return TaggedCanvas(*arguments, **options)


def _page(
    name: str,
    margins: Margins,
    decorate: Callable[[TaggedCanvas, KnownPages], None],
    known: KnownPages,
) -> PageTemplate:
    frame = Frame(
        margins.left,
        margins.bottom,
        margins.width,
        float(A4[1]) - margins.top - margins.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def on_page(canvas: TaggedCanvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        decorate(canvas, known)
        canvas.restoreState()

    return PageTemplate(name, [frame], onPage=on_page)
