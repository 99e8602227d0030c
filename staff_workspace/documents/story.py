"""Assembles a document: each call adds a piece to the page and its meaning to the tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from .faces import REPLACEMENT_NOTE, printable
from .paragraphs import TaggedParagraph
from .structure import Element
from .styles import StyleSheet
from .tables import Column, data_table, facts_table
from .writing_boxes import WritingBox


class Story:
    """Collects flowables for a column `width` points wide, in reading order.

    All text is plain: markup characters are escaped, and a character without a glyph is
    shown by a visible mark while the element keeps the original text.
    """

    def __init__(self, styles: StyleSheet, width: float, *, bookmarks: bool = False) -> None:
        self.styles, self.width, self.bookmarks = styles, width, bookmarks
        self.root = Element("Document")
        self.flowables: list[Any] = []
        self.headings: list[tuple[str, str, int]] = []
        self.anything_replaced = False
        self._bookmarks_made = 0

    def text_in(
        self, element: Element, text: str, style: ParagraphStyle, *, lead_in: str = ""
    ) -> TaggedParagraph:
        """Make a paragraph of plain text for an element; `lead_in` comes first, in bold."""
        start, rest = printable(lead_in), printable(text)
        if start.original or rest.original:
            self.anything_replaced = True
            whole = [start.original or start.text, rest.original or rest.text]
            element.actual_text = " ".join(part for part in whole if part)
        markup = f"<b>{start.markup}</b> {rest.markup}" if lead_in else rest.markup
        return TaggedParagraph.of(markup, style, element)

    def heading(self, level: int, text: str, *, listed: bool = True) -> None:
        """Add a heading of level 1 to 3; `listed` puts it among the contents."""
        paragraph = self.text_in(self.root.add(f"H{level}"), text, self.styles.heading(level))
        self._bookmark(paragraph, level, text, listed=listed)
        self.flowables.append(paragraph)

    def title(self, text: str, style: ParagraphStyle) -> TaggedParagraph:
        """Make the title of a longer document, to be placed by the caller."""
        paragraph = self.text_in(self.root.add("H1"), text, style)
        self._bookmark(paragraph, 1, text, listed=False)
        return paragraph

    def _bookmark(self, paragraph: TaggedParagraph, level: int, text: str, *, listed: bool) -> None:
        if not self.bookmarks:
            return
        self._bookmarks_made += 1
        key = f"section-{self._bookmarks_made}"
        paragraph.bookmark = (key, printable(text).text, level - 1)
        if listed:
            self.headings.append((key, text, level))

    def paragraph(
        self, text: str, style: ParagraphStyle | None = None, *, lead_in: str = ""
    ) -> None:
        """Add running text; empty text adds nothing."""
        if text.strip() or lead_in:
            element = self.root.add("P")
            style = style or self.styles.body
            self.flowables.append(self.text_in(element, text, style, lead_in=lead_in))

    def bullets(self, items: Iterable[str]) -> None:
        """Add a bulleted list."""
        holder = self.root.add("L", numbering="Disc")
        for item in items:
            entry = holder.add("LI")
            label, body = entry.add("Lbl"), entry.add("LBody")
            paragraph = self.text_in(body, item, self.styles.bullet)
            paragraph.label = label
            self.flowables.append(paragraph)
        self.space(self.styles.size * 0.3)

    def facts(self, pairs: Sequence[tuple[str, str]], *, share: float = 0.36) -> None:
        """Add names and values as a table with row headers."""
        table = self.root.add("Table")
        rows = []
        for name, value in pairs:
            row = table.add("TR")
            head, cell = row.add("TH", scope="Row"), row.add("TD")
            rows.append(
                [
                    self.text_in(head, name, self.styles.cell(bold=True)),
                    self.text_in(cell, value, self.styles.cell()),
                ]
            )
        widths = (self.width * share, self.width * (1 - share))
        self.flowables.append(facts_table(rows, widths, self.styles))

    def table(self, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Add a table with a caption, column headers, and a row header in the first column."""
        element = self.root.add("Table")
        title = self.text_in(element.add("Caption"), caption, self.styles.caption)
        top = element.add("TR")
        headings = [
            self.text_in(
                top.add("TH", scope="Column"),
                column.heading,
                self.styles.cell(bold=True, right=column.numeric, inverse=True),
            )
            for column in columns
        ]
        for heading in headings:
            heading.repeats = True
        body = [self._row(element.add("TR"), columns, row) for row in rows]
        shares = sum(column.share for column in columns)
        widths = [self.width * column.share / shares for column in columns]
        grid = data_table(body, headings, widths, self.styles)
        self.flowables.extend([CondPageBreak(self.styles.size * 9), title, grid])

    def _row(
        self, element: Element, columns: Sequence[Column], row: Sequence[str]
    ) -> list[TaggedParagraph]:
        cells = []
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            cell = element.add("TD") if place else element.add("TH", scope="Row")
            cells.append(self.text_in(cell, value, self.styles.cell(right=column.numeric)))
        return cells

    def writing_box(self, label: str, height: float) -> WritingBox:
        """Make a labelled box for a pen, to be placed by the caller."""
        return WritingBox(self.root.add("P"), printable(label).text, height, self.styles)

    def place(self, flowable: Flowable) -> None:
        """Add a flowable that already knows its element."""
        self.flowables.append(flowable)

    def keep_from(self, start: int) -> None:
        """Keep together everything placed since `start` (a length of `flowables`)."""
        kept = self.flowables[start:]
        self.flowables[start:] = [KeepTogether(kept)]

    def space(self, points: float) -> None:
        """Leave white space."""
        self.flowables.append(Spacer(1, points))

    def new_page(self) -> None:
        """Begin a new page."""
        self.flowables.append(PageBreak())

    def note_replacements(self) -> None:
        """If a character had to be replaced, say so in the document."""
        if self.anything_replaced:
            self.paragraph(REPLACEMENT_NOTE, self.styles.small)
