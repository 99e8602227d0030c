"""What the annual report says about the year, section by section, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .charts import LyingBars, UprightBars, describe_bars
from .report_figures import Count, ReportFigures, share
from .story import Story
from .tables import Column
from .tiles import add_tiles


def add_headlines(story: Story, figures: ReportFigures) -> None:
    """The year in six numbers."""
    story.heading(2, "The year in numbers")
    add_tiles(
        story,
        [
            (f"{figures.contacts:,}", "contacts of every kind"),
            (f"{figures.complaints_received:,}", "complaints received"),
            (f"{figures.concerns:,}", "PALS enquiries and concerns"),
            (f"{figures.mp_enquiries:,}", "enquiries from members of Parliament"),
            (f"{figures.compliments:,}", "compliments"),
            (f"{figures.well_founded:,}", "complaints found to be well-founded"),
        ],
        in_row=3,
    )


def add_times(story: Story, figures: ReportFigures) -> None:
    """How many were acknowledged and closed in time, and how long answers took."""
    story.heading(2, "How quickly we answered")
    in_time, due = figures.acknowledged_in_time, figures.acknowledgements_due
    closed, within = figures.complaints_closed, figures.closed_within_six_months
    add_tiles(
        story,
        [
            (share(in_time, due), "acknowledged in time"),
            (share(within, closed), "closed within six months"),
            (figures.median_working_days or "–", "working days to close (median)"),
            (figures.mean_working_days or "–", "working days to close (mean)"),
        ],
        in_row=4,
    )
    story.table(
        "Acknowledgements and responses",
        (Column("Measure", 2), Column("Complaints", 1, True), Column("In time", 1, True)),
        [
            ("Acknowledgements due in the year", f"{due:,}", f"{in_time:,}"),
            ("Complaints closed in the year", f"{closed:,}", f"{within:,}"),
        ],
    )


def add_months(story: Story, figures: ReportFigures) -> None:
    """When complaints and concerns were received: a chart, and the same as a table."""
    story.new_page()
    story.heading(2, "Month by month")
    months = figures.by_month
    what = "complaints received each month"
    alt = describe_bars(what, [(month.name, month.complaints) for month in months])
    bars = [(month.short_name, month.complaints) for month in months]
    _figure_name(story, "Complaints received each month")
    figure = story.root.add("Figure", alt=alt)
    story.place(UprightBars(figure, bars, story.styles.accent, 190))
    story.space(6)
    story.table(
        "Complaints and concerns received each month",
        (Column("Month", 2), Column("Complaints", 1, True), Column("Concerns", 1, True)),
        [(month.name, f"{month.complaints:,}", f"{month.concerns:,}") for month in months],
    )


def add_outcomes(story: Story, figures: ReportFigures) -> None:
    """How complaints ended, how many were well-founded, and what came after."""
    story.new_page()
    story.heading(2, "What we found")
    story.paragraph(
        f"We closed {_complaints(figures.complaints_closed)} in the year. The number investigated "
        f"to an outcome is {figures.with_outcome:,}. The number found to be well-founded is "
        f"{figures.well_founded:,}: {figures.upheld:,} upheld and {figures.partly_upheld:,} "
        "partly upheld."
    )
    bars = [(outcome.label, outcome.number) for outcome in figures.outcomes]
    if figures.complaints_closed:
        _figure_name(story, "How complaints ended")
        alt = describe_bars("the outcomes of complaints closed in the year", bars)
        figure = story.root.add("Figure", alt=alt)
        story.place(LyingBars(figure, bars, story.styles.accent, 118))
    _counts(story, "Outcomes of complaints closed in the year", "Outcome", figures.outcomes)
    story.table(
        "After our response",
        (Column("What happened", 3), Column("Complaints", 1, True)),
        [
            (
                "Referred to the ombudsman, as far as we were told",
                f"{figures.referred_to_ombudsman:,}",
            ),
            ("Reopened by us at the person’s request", f"{figures.reopened:,}"),
        ],
    )


def add_subjects(story: Story, figures: ReportFigures) -> None:
    """What complaints were about, which services, and how serious."""
    story.new_page()
    story.heading(2, "What complaints were about")
    story.paragraph(
        "A complaint about several matters is counted under each of them, so a table can add up "
        "to more than the complaints received. Each share is of the total of its own table."
    )
    _counts(story, "Complaints by subject", "Subject", figures.by_subject)
    _counts(story, "Complaints by service", "Service", figures.by_service)
    _counts(story, "Complaints by grade", "Grade", figures.by_grade)


def add_learning(story: Story, figures: ReportFigures) -> None:
    """Matters of general importance, and what is being improved."""
    story.new_page()
    story.heading(2, "What we learned and what we changed")
    if figures.matters_of_importance:
        story.heading(3, "Matters of general importance")
        story.bullets(figures.matters_of_importance)
    if not figures.lessons:
        story.paragraph("No lesson with an action was recorded in the year.")
    for lesson in figures.lessons:
        start = len(story.flowables)
        story.heading(3, lesson.subject)
        story.paragraph(lesson.heard, lead_in="What we heard.")
        story.paragraph(lesson.action, lead_in="What we are doing.")
        story.paragraph(lesson.progress, lead_in="Progress.")
        story.keep_from(start)


def add_definitions(story: Story, figures: ReportFigures) -> None:
    """How the figures are counted (T-27)."""
    story.new_page()
    story.heading(2, "How we count")
    story.paragraph(
        "These definitions apply to every figure in this report. A dash means that there was "
        "nothing to measure."
    )
    story.facts([(item.term, item.meaning) for item in figures.definitions], share=0.3)


SECTIONS: tuple[Callable[[Story, ReportFigures], None], ...] = (
    add_headlines,
    add_times,
    add_months,
    add_outcomes,
    add_subjects,
    add_learning,
    add_definitions,
)


def _counts(story: Story, caption: str, heading: str, counts: Sequence[Count]) -> None:
    total = sum(count.number for count in counts)
    if not counts:
        return
    story.table(
        caption,
        (Column(heading, 3), Column("Complaints", 1, True), Column("Share", 1, True)),
        [(count.label, f"{count.number:,}", share(count.number, total)) for count in counts],
    )


def _figure_name(story: Story, text: str) -> None:
    story.paragraph(text, story.styles.caption)


def _complaints(number: int) -> str:
    return f"{number:,} complaint" if number == 1 else f"{number:,} complaints"
