"""Where the bars of a chart stand."""

import pytest

from public_site.charts import bar_chart


def test_bars_stand_on_the_base_and_are_as_high_as_their_values() -> None:
    chart = bar_chart([("Apr", 20), ("May", 40), ("Jun", 0)])
    low, high, none = chart.bars
    assert all(round(bar.y + bar.height, 1) == chart.base for bar in chart.bars)
    assert high.height == pytest.approx(2 * low.height, abs=0.2)
    assert none.height == 0
    assert low.x < high.x < none.x < chart.right


@pytest.mark.parametrize(
    ("most", "steps"),
    [
        (0, [0, 1]),
        (3, [0, 1, 2, 3]),
        (9, [0, 2, 4, 6, 8, 10]),
        (58, [0, 20, 40, 60]),
        (60, [0, 20, 40, 60]),
        (240, [0, 50, 100, 150, 200, 250]),
    ],
)
def test_the_scale_starts_at_0_and_goes_up_in_round_steps_past_the_highest(
    most: int, steps: list[int]
) -> None:
    assert [step for step, _ in bar_chart([("x", most)]).steps] == steps


def test_a_chart_without_values_still_has_a_scale() -> None:
    assert bar_chart([]).bars == ()
    assert len(bar_chart([]).steps) == 2
