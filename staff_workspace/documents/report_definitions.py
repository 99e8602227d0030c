"""How the figures of an annual report are counted, in words that are published with them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """A term of the report and what it counts."""

    term: str
    meaning: str


STANDARD_DEFINITIONS = (
    Definition(
        "Complaint received",
        "Every complaint that the regulations cover and that reached us in the year, including "
        "one closed later because consent was not given.",
    ),
    Definition(
        "Well-founded",
        "A complaint that was upheld or partly upheld. Both figures are shown.",
    ),
    Definition(
        "Partly upheld", "Some of the matters complained of were upheld, and some were not."
    ),
    Definition(
        "Closed without an outcome",
        "A complaint that was withdrawn, or could not be investigated, so that nothing was "
        "upheld or not upheld.",
    ),
    Definition(
        "Acknowledged in time",
        "A written acknowledgement was sent within three working days after the day of receipt. "
        "An automatic receipt does not count.",
    ),
    Definition(
        "Closed within six months",
        "The response was sent within six months commencing on the day of receipt.",
    ),
    Definition(
        "Working days",
        "Days other than Saturdays, Sundays, Good Friday, Christmas Day and bank holidays in "
        "England. The day of receipt is not counted.",
    ),
    Definition(
        "Year",
        "A complaint counts as received in the year it reached us, and as closed in the year it "
        "was answered. The two groups are not the same complaints.",
    ),
)
