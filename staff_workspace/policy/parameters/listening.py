"""Parameters of asking people how it was, and of those who seldom complain (SV-1, EQ-1)."""

from __future__ import annotations

from typing import Literal

from .timing import Kind
from .value import Section, Value

Rhythm = Literal["annual", "six_monthly"]


class Listening(Section):
    """Whom the survey goes to, how often it is reported, who discusses who is missing.

    Who discusses it are canonical roles of the body.
    """

    survey_after_response: Value[tuple[Kind, ...]]
    survey_after_closing: Value[tuple[Kind, ...]]
    survey_reported: Value[tuple[Rhythm, ...]]
    seldom_heard_discussed_by: Value[tuple[str, ...]]
