"""A table to be answered with a pen: one line for each choice, a box to tick in each column."""

from __future__ import annotations

from collections.abc import Sequence

from .story import Story
from .tables import data_table
from .writing_boxes import TickBox

NAME_SHARE = 0.66


def add_tick_table(
    story: Story, heading: str, choices: Sequence[str], answers: Sequence[str]
) -> None:
    """Add one row for each choice with an empty box for each answer (such as Yes and No)."""
    table = story.root.add("Table")
    top = table.add("TR")
    headings = []
    for text in (heading, *answers):
        style = story.styles.cell(bold=True, inverse=True)
        headings.append(story.text_in(top.add("TH", scope="Column"), text, style))
        headings[-1].repeats = True
    rows = []
    for choice in choices:
        row = table.add("TR")
        cells = [story.text_in(row.add("TH", scope="Row"), choice, story.styles.cell())]
        for answer in answers:
            alt = f"Empty box to tick for {answer}: {choice}"
            figure = row.add("TD").add("Figure", alt=alt)
            cells.append(TickBox(figure, answer, story.styles))
        rows.append(cells)
    name = story.width * NAME_SHARE
    widths = [name, *[(story.width - name) / len(answers)] * len(answers)]
    grid = data_table(rows, headings, widths, story.styles)
    grid.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    story.place(grid)


def add_tick_list(story: Story, choices: Sequence[str]) -> None:
    """Add a list of choices, each with one box to tick in front of it."""
    holder = story.root.add("L", numbering="None")
    for choice in choices:
        item = holder.add("LI")
        figure = item.add("Lbl").add("Figure", alt=f"Empty box to tick: {choice}")
        story.place(TickBox(figure, choice, story.styles, text_element=item.add("LBody")))
    story.space(story.styles.size * 0.4)
