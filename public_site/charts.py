"""Where the bars of a chart stand: plain geometry, drawn by a template as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 8, 22, 30


@dataclass(frozen=True)
class Bar:
    """One bar in SVG units, with its value and the words below it."""

    label: str
    value: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Where its label and value are centred."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class BarChart:
    """Upright bars over a scale of round steps that starts at 0."""

    bars: tuple[Bar, ...]
    steps: tuple[tuple[int, float], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    base: int = HEIGHT - _BOTTOM


def bar_chart(values: Sequence[tuple[str, int]]) -> BarChart:
    """A chart of (label, value); without values, an empty scale from 0 to 4."""
    step = _round_step(max((value for _, value in values), default=0))
    top = max(step, -(-max((value for _, value in values), default=0) // step) * step)
    base = HEIGHT - _BOTTOM
    scale = (base - _TOP) / top
    slot = (WIDTH - _LEFT - _RIGHT) / max(len(values), 1)
    bars = tuple(
        Bar(
            label=label,
            value=value,
            x=round(_LEFT + slot * (number + 0.18), 1),
            y=round(base - value * scale, 1),
            width=round(slot * 0.64, 1),
            height=round(value * scale, 1),
        )
        for number, (label, value) in enumerate(values)
    )
    steps = tuple((at, round(base - at * scale, 1)) for at in range(0, top + 1, step))
    return BarChart(bars=bars, steps=steps)


def _round_step(most: int) -> int:
    """The step of the scale, 1, 2 or 5 times a power of ten, so that there are about four."""
    step = 1
    while most > step * 5:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return step
