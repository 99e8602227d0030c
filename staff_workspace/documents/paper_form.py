"""A form to fill in with a pen, to post or to scan back in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .branding import Branding
from .finishing import Description
from .letter_page import letter_design
from .letters import in_words
from .signatures import add_signatures
from .story import Story
from .styles import LARGE_PRINT_SIZE, ORDINARY_SIZE, StyleSheet
from .tick_table import add_tick_list
from .typesetting import KnownPages, typeset
from .writing_boxes import LINE_HEIGHT

Answer = Literal["line", "lines", "ticks", "signature", "enclosed", "tick"]


@dataclass(frozen=True)
class PaperQuestion:
    """A question; ``only_if`` says when to answer it, ``choices`` are boxes to tick."""

    label: str
    answer: Answer
    hint: str = ""
    only_if: str = ""
    choices: tuple[str, ...] = ()
    statement: str = ""
    optional: bool = False
    height: float = LINE_HEIGHT


@dataclass(frozen=True)
class PaperPage:
    """What stands under one heading."""

    heading: str
    words: tuple[str, ...] = ()
    only_if: str = ""
    urgent_help: bool = False
    questions: tuple[PaperQuestion, ...] = ()


@dataclass(frozen=True)
class PaperForm:
    """A whole form; ``apart`` is a sheet of its own that need not be sent with the rest."""

    title: str
    lead: str
    version: int
    published_on: date
    pages: tuple[PaperPage, ...]
    apart: tuple[PaperPage, ...] = ()


def render(form: PaperForm, branding: Branding, *, large_print: bool = False) -> bytes:
    """Return the blank form as a tagged PDF; `large_print` sets everything in 16 point or more."""
    size = LARGE_PRINT_SIZE if large_print else ORDINARY_SIZE
    smallest = LARGE_PRINT_SIZE if large_print else 8.5
    styles = StyleSheet(size, branding.accent, smallest=smallest, title_factor=1.5)
    name = f"Version {form.version}"
    design = letter_design(branding, name, large_print=large_print)

    def compose(_known: KnownPages) -> Story:
        story = Story(styles, design.first.width)
        story.heading(1, form.title)
        story.paragraph(form.lead)
        _how_to_use(story)
        for page in form.pages:
            _page(story, page)
        _returning(story, branding)
        if form.apart:
            story.new_page()
            story.paragraph(
                "You can leave this sheet out, or send it in an envelope of its own. We keep it "
                "apart from what you tell us above."
            )
            for page in form.apart:
                _page(story, page)
        story.note_replacements()
        return story

    description = Description(
        title=form.title,
        author=branding.body_name,
        subject=f"A form to print and fill in, as published on {in_words(form.published_on)}",
        made_on=form.published_on,
    )
    return typeset(compose, design, description)


def _how_to_use(story: Story) -> None:
    story.bullets(
        (
            "Write with a dark pen. If you need more room, go on on another sheet.",
            "You do not have to answer what does not apply to you.",
            "If you would rather talk to us, call: we can fill it in for you.",
        )
    )


def _page(story: Story, page: PaperPage) -> None:
    start = len(story.flowables)
    first = next(iter(page.questions), None)
    alone = first is not None and first.label == page.heading
    story.heading(2, _with_optional(first) if first and alone else page.heading)
    if page.only_if:
        story.paragraph(f"Answer this only if {page.only_if}.", story.styles.strong)
    for words in page.words:
        story.paragraph(words)
    if page.urgent_help:
        story.bullets(URGENT)
    for number, question in enumerate(page.questions):
        begin = len(story.flowables) if number else start
        if question.label != page.heading:
            story.heading(3, _with_optional(question))
        if question.only_if:
            story.paragraph(f"Only if {question.only_if}.", story.styles.strong)
        story.paragraph(question.hint)
        _ANSWERS[question.answer](story, question)
        if question.answer != "ticks":
            story.keep_from(begin)


URGENT = (
    "If a life is at risk, call 999.",
    "For urgent medical or mental health help, call 111.",
    "To talk to somebody, day or night, call Samaritans on 116 123.",
)


def _with_optional(question: PaperQuestion) -> str:
    return f"{question.label} (optional)" if question.optional else question.label


def _box(story: Story, question: PaperQuestion) -> None:
    height = question.height * story.styles.size / ORDINARY_SIZE
    story.place(story.writing_box("Your answer", min(height, 420.0)))


def _ticks(story: Story, question: PaperQuestion) -> None:
    story.paragraph(question.statement)
    add_tick_list(story, question.choices)


def _enclosed(story: Story, question: PaperQuestion) -> None:
    add_tick_list(story, ("I enclose copies, not originals", "I have none to enclose"))


def _tick(story: Story, question: PaperQuestion) -> None:
    add_tick_list(story, (question.statement,))


def _signature(story: Story, question: PaperQuestion) -> None:
    add_signatures(story, "Signature", question.statement, ("the person who makes this statement",))


_ANSWERS: dict[str, Callable[[Story, PaperQuestion], None]] = {
    "line": _box,
    "lines": _box,
    "ticks": _ticks,
    "enclosed": _enclosed,
    "tick": _tick,
    "signature": _signature,
}


def _returning(story: Story, branding: Branding) -> None:
    start = len(story.flowables)
    story.heading(2, "How to send it back")
    ways = [f"By post: {', '.join((branding.body_name, *branding.address_lines))}"]
    if branding.email:
        ways.append(f"By email, as a scan or photos: {branding.email}")
    if branding.phone:
        ways.append(f"Questions: call {branding.phone}")
    story.bullets(ways)
    story.keep_from(start)
