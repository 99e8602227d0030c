"""Parameters of how contacts come in, and what the front line does with them (IN-1 to IN-5)."""

from __future__ import annotations

from typing import Literal

from .value import Section, Value


class Intake(Section):
    """Ways in, what the kinds are called and mean, and the duty of the front line."""

    channels: Value[tuple[str, ...]]
    concern_channels: Value[tuple[str, ...]]
    counted_channels: Value[tuple[str, ...]]
    received_by: Value[Literal["any_employee", "team"]]
    concern_called: Value[str]
    mp_enquiry_called: Value[str]
    complaint_means: Value[str]
    concern_means: Value[str]
    front_line_wd: Value[int | None]
    front_line_form: Value[tuple[str, ...]]
