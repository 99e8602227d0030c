"""Where a statement is signed: signature, printed name and date, for one person or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from .faces import REGULAR
from .story import Story
from .styles import ORDINARY_SIZE
from .tables import TaggedTable, rows_that_fit
from .writing_boxes import LINE_HEIGHT, SIGNATURE_HEIGHT

GAP = 18.0


def add_signatures(story: Story, heading: str, declaration: str, signers: Sequence[str]) -> None:
    """Add the declaration and the boxes for each signer, kept on one page."""
    start = len(story.flowables)
    story.heading(2, heading)
    story.paragraph(declaration)
    if len(signers) == 1:
        _one(story, signers[0])
    else:
        _several(story, signers)
    story.keep_from(start)


def _one(story: Story, signer: str) -> None:
    story.paragraph(f"Signed by {signer}", story.styles.strong)
    story.place(_box(story, "Signature", SIGNATURE_HEIGHT))
    _side_by_side(story, [[[_box(story, "Print name")], [_box(story, "Date")]]])


def _several(story: Story, signers: Sequence[str]) -> None:
    names: list[Flowable] = []
    boxes: list[list[Flowable]] = []
    for signer in signers:
        element = story.root.add("P")
        names.append(story.text_in(element, f"Signed by {signer}", story.styles.strong))
        boxes.append(
            [
                _box(story, "Signature", SIGNATURE_HEIGHT),
                _box(story, "Print name"),
                _box(story, "Date"),
            ]
        )
    width = story.width / len(signers)
    rows = rows_that_fit([names], [width - GAP] * len(signers))
    _side_by_side(story, [*rows, boxes])


def _box(story: Story, label: str, height: float = LINE_HEIGHT) -> Flowable:
    return story.writing_box(label, height * story.styles.size / ORDINARY_SIZE)


def _side_by_side(story: Story, rows: Sequence[Sequence[Any]]) -> None:
    """Place columns next to each other: a matter of layout, not a table to a reader."""
    columns = len(rows[0])
    width = (story.width - GAP * (columns - 1)) / columns
    last = columns - 1
    story.place(
        TaggedTable(
            [list(row) for row in rows],
            colWidths=[width + (GAP if place < last else 0) for place in range(columns)],
            hAlign="LEFT",
            style=[
                ("FONT", (0, 0), (-1, -1), REGULAR, story.styles.size),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
                ("RIGHTPADDING", (last, 0), (last, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ],
        )
    )
