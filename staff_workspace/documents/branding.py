"""How a body looks on paper: its name, its colour and where to reach it. Never a logo."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor

NHS_BLUE = "#005EB8"
INK = HexColor("#212B32")
QUIET_INK = HexColor("#4C6272")
RULE = HexColor("#D8DDE0")
PALE = HexColor("#F0F4F5")
DEMONSTRATION = "Demonstration – not a real service"
# WCAG 2.2, 1.4.3: text of ordinary size against its background.
LEAST_CONTRAST = 4.5


@dataclass(frozen=True)
class Branding:
    """The body as its letters show it; `colour` is #RRGGBB, `demo` adds the warning line."""

    body_name: str
    short_name: str
    is_nhs: bool
    colour: str
    address_lines: tuple[str, ...]
    phone: str | None
    email: str | None
    demo: bool

    def __post_init__(self) -> None:
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise ValueError(f"colour must be like #005EB8, not {self.colour!r}")

    @property
    def accent(self) -> Color:
        """The colour of rules and bands: NHS blue for an NHS body, else the body's own.

        A pale colour is darkened until white text on it, and it on white, can be read.
        """
        return _readable(HexColor(NHS_BLUE if self.is_nhs else self.colour))

    @property
    def contact_lines(self) -> tuple[str, ...]:
        """Address, telephone and e-mail, one to a line, leaving out what is not known."""
        lines = [*self.address_lines]
        if self.phone:
            lines.append(f"Telephone: {self.phone}")
        if self.email:
            lines.append(f"Email: {self.email}")
        return tuple(lines)


def contrast_with_white(colour: Color) -> float:
    """The WCAG contrast ratio of a colour against white, from 1 to 21."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    brightness = (
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    )
    return 1.05 / (brightness + 0.05)


def _readable(colour: Color) -> Color:
    while contrast_with_white(colour) < LEAST_CONTRAST:
        colour = Color(colour.red * 0.92, colour.green * 0.92, colour.blue * 0.92)
    return colour
