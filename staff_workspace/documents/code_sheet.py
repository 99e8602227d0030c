"""The sheet that is handed over with a new code: how to open "your complaint"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .branding import Branding
from .finishing import Description
from .letter_page import letter_design
from .letters import in_words
from .qr_code import add_online_page
from .story import Story
from .styles import LETTER_SIZE, StyleSheet
from .typesetting import KnownPages, typeset

TITLE = "How to open your complaint online"


@dataclass(frozen=True)
class CodeSheet:
    """What stands on the sheet. ``code`` is printed, and stands in no address."""

    reference: str
    code: str
    address: str
    address_with_reference: str
    made_on: date

    def __post_init__(self) -> None:
        if self.code and self.code in self.address_with_reference:
            raise ValueError("a code never stands in an address")


def render(sheet: CodeSheet, branding: Branding) -> bytes:
    """Return the sheet as a tagged PDF."""
    design = letter_design(branding, sheet.reference)

    def compose(_known: KnownPages) -> Story:
        story = Story(
            StyleSheet(LETTER_SIZE, branding.accent, title_factor=1.6), design.first.width
        )
        story.heading(1, TITLE)
        story.paragraph(
            "With these you can see where it stands, read and write messages, add letters and "
            "photos, answer our questions, and say how we may contact you."
        )
        story.facts(
            [
                ("Go to", sheet.address),
                ("Reference", sheet.reference),
                ("Code", sheet.code),
                ("Made on", in_words(sheet.made_on)),
            ]
        )
        story.heading(2, "Keep the code to yourself")
        story.bullets(
            [
                "Whoever has the reference and the code can read what is written there.",
                "We never ask you for the code, on the telephone or by email.",
                "If you lose it, or somebody else has seen it, tell us. We make a new one, and the "
                "old one stops working.",
            ]
        )
        story.heading(2, "With a phone or tablet")
        add_online_page(story, sheet.address_with_reference, sheet.reference)
        story.note_replacements()
        return story

    description = Description(
        title=f"{TITLE} – {sheet.reference}",
        author=branding.body_name,
        subject="Reference and code to open a complaint online",
        made_on=sheet.made_on,
    )
    return typeset(compose, design, description)
