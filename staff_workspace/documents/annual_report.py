"""The annual report on complaints: the regulation's headings, the figures, and what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .branding import Branding
from .contents_list import add_contents
from .finishing import Description
from .letter_page import MOST_CONTACT_LINES
from .letters import in_words
from .report_figures import ReportFigures
from .report_page import add_cover, report_design
from .report_sections import SECTIONS
from .story import Story
from .styles import ORDINARY_SIZE, StyleSheet
from .typesetting import KnownPages, typeset

LONGEST_TITLE = 150


@dataclass(frozen=True)
class AnnualReport:
    """A report on the year from `year_start` to `year_end`; `published_on` dates the file."""

    body_name: str
    year_start: date
    year_end: date
    title: str
    introduction_paragraphs: tuple[str, ...]
    figures: ReportFigures
    published_on: date | None = None

    def __post_init__(self) -> None:
        for name, text in (("title", self.title), ("body_name", self.body_name)):
            if not text.strip() or len(text) > LONGEST_TITLE:
                raise ValueError(f"{name} must have 1 to {LONGEST_TITLE} characters")
        if self.year_end <= self.year_start:
            raise ValueError("the year must end after it starts")

    @property
    def year(self) -> str:
        """The year in words: 1 April 2025 to 31 March 2026."""
        return f"{in_words(self.year_start)} to {in_words(self.year_end)}"


def render(report: AnnualReport, branding: Branding) -> bytes:
    """Return the report as a tagged PDF with cover, contents, bookmarks and charts."""
    design = report_design(branding, report.title)
    styles = StyleSheet(ORDINARY_SIZE, branding.accent, section_factor=1.75)

    def compose(known: KnownPages) -> Story:
        story = Story(styles, design.later.width, bookmarks=True)
        _front(story, report, branding, known)
        story.heading(2, "Introduction")
        for paragraph in report.introduction_paragraphs:
            story.paragraph(paragraph)
        for add_section in SECTIONS:
            add_section(story, report.figures)
        story.note_replacements()
        return story

    description = Description(
        title=report.title,
        author=report.body_name,
        subject=f"Complaints, concerns and compliments, {report.year}",
        made_on=report.published_on or report.year_end,
    )
    return typeset(compose, design, description)


def _front(story: Story, report: AnnualReport, branding: Branding, known: KnownPages) -> None:
    below = [report.year]
    if report.published_on:
        below.append(f"Published on {in_words(report.published_on)}")
    below.append("\n".join(branding.contact_lines[:MOST_CONTACT_LINES]))
    add_cover(story, report.title, report.body_name, below)
    story.new_page()
    story.heading(2, "Contents", listed=False)
    add_contents(story, known)
    story.new_page()
