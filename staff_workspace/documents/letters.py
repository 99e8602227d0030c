"""A letter of the body: to whom, about what, and what it says, in the words it is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .branding import Branding
from .finishing import Description
from .letter_page import letter_design
from .qr_code import add_online_page
from .story import Story
from .styles import LETTER_SIZE, StyleSheet
from .typesetting import KnownPages, typeset


@dataclass(frozen=True)
class Heading:
    """A heading inside the letter."""

    text: str


@dataclass(frozen=True)
class BulletList:
    """A list inside the letter."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """One letter; `date` is the day it bears, which also dates the file."""

    reference: str
    your_reference: str | None
    date: date
    recipient_lines: tuple[str, ...]
    salutation: str
    heading: str
    paragraphs: tuple[str | Heading | BulletList, ...]
    sign_off_name: str
    sign_off_title: str
    enclosures: tuple[str, ...] = ()
    # Where the person finds the case online, with the reference and without a code; "": nowhere.
    online: str = ""
    copies: tuple[str, ...] = ()


def in_words(day: date) -> str:
    """A date as it is written in a letter: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def render(letter: Letter, branding: Branding, *, draft: bool = False) -> bytes:
    """Return the letter as a tagged PDF; a draft wears the word DRAFT on each page."""
    design = letter_design(branding, letter.reference, draft=draft)
    title = f"{letter.heading} – {letter.reference}"

    def compose(_known: KnownPages) -> Story:
        story = Story(
            StyleSheet(LETTER_SIZE, branding.accent, title_factor=1.4), design.first.width
        )
        _opening(story, letter)
        for part in letter.paragraphs:
            _part(story, part)
        _close(story, letter, branding)
        return story

    description = Description(
        title=f"Draft: {title}" if draft else title,
        author=branding.body_name,
        subject=f"Letter of {in_words(letter.date)}",
        made_on=letter.date,
    )
    return typeset(compose, design, description)


def _opening(story: Story, letter: Letter) -> None:
    block = story.styles.block
    story.paragraph("\n".join(letter.recipient_lines), block)
    lines = [in_words(letter.date), f"Our reference: {letter.reference}"]
    if letter.your_reference:
        lines.append(f"Your reference: {letter.your_reference}")
    story.paragraph("\n".join(lines), block)
    story.paragraph(letter.salutation)
    story.heading(1, letter.heading)


def _part(story: Story, part: str | Heading | BulletList) -> None:
    if isinstance(part, Heading):
        story.heading(2, part.text)
    elif isinstance(part, BulletList):
        story.bullets(part.items)
    else:
        story.paragraph(part)


def _close(story: Story, letter: Letter, branding: Branding) -> None:
    start = len(story.flowables)
    named = not letter.salutation.strip().lower().startswith(("dear sir", "dear madam"))
    story.space(4)
    story.paragraph("Yours sincerely" if named else "Yours faithfully")
    story.space(34)  # room for a signature in ink
    story.paragraph(letter.sign_off_name, story.styles.strong)
    story.paragraph(f"{letter.sign_off_title}\n{branding.body_name}", story.styles.block)
    story.keep_from(start)
    for title, rows in (("Enclosed", letter.enclosures), ("Copies to", letter.copies)):
        if rows:
            story.paragraph(title, story.styles.strong)
            story.bullets(rows)
    add_online_page(story, letter.online, letter.reference)
    story.note_replacements()
