"""Where a statement is signed: signature, printed name and date, for one person or two."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from .faces import REGULAR
from .story import Story
from .tables import TaggedTable
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
        _side_by_side(story, [_boxes(story, signer) for signer in signers])
    story.keep_from(start)


def _one(story: Story, signer: str) -> None:
    story.paragraph(f"Signed by {signer}", story.styles.strong)
    scale = story.styles.size / 10.5
    story.place(story.writing_box("Signature", SIGNATURE_HEIGHT * scale))
    _side_by_side(
        story,
        [
            [story.writing_box("Print name", LINE_HEIGHT * scale)],
            [story.writing_box("Date", LINE_HEIGHT * scale)],
        ],
    )


def _boxes(story: Story, signer: str) -> list[Flowable]:
    scale = story.styles.size / 10.5
    name = story.text_in(story.root.add("P"), f"Signed by {signer}", story.styles.strong)
    return [
        name,
        story.writing_box("Signature", SIGNATURE_HEIGHT * scale),
        story.writing_box("Print name", LINE_HEIGHT * scale),
        story.writing_box("Date", LINE_HEIGHT * scale),
    ]


def _side_by_side(story: Story, columns: Sequence[Sequence[Flowable]]) -> None:
    """Place columns next to each other: a matter of layout, not a table to a reader."""
    width = (story.width - GAP * (len(columns) - 1)) / len(columns)
    last = len(columns) - 1
    story.place(
        TaggedTable(
            [[list(column) for column in columns]],
            colWidths=[width + (GAP if place < last else 0) for place in range(len(columns))],
            hAlign="LEFT",
            splitInRow=1,
            style=[
                ("FONT", (0, 0), (-1, -1), REGULAR, story.styles.size),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
                ("RIGHTPADDING", (last, 0), (last, 0), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ],
        )
    )
