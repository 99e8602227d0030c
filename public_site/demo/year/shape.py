"""The shape of the year, read from its table, and draws that keep to it."""

import tomllib
from functools import cache
from math import exp
from pathlib import Path
from random import Random
from statistics import NormalDist
from typing import Any

TABLE = Path(__file__).with_name("shape.toml")


@cache
def shape() -> dict[str, Any]:
    """The table."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def spread_out(weights: dict[str, float], number: int, rng: Random) -> list[str]:
    """``number`` labels in the proportion of ``weights``, shuffled.

    Shares are kept exactly and not by luck, so that the figures stay near their targets.
    """
    total = sum(weights.values())
    labels: list[str] = []
    reached = 0.0
    for label, weight in weights.items():
        reached += weight
        labels += [label] * (round(number * reached / total) - len(labels))
    rng.shuffle(labels)
    return labels


def durations(kind: str, number: int, rng: Random) -> list[int]:
    """``number`` durations of cases of ``kind`` in working days, shuffled; most are short."""
    law = shape()["working_days"][kind]
    normal = NormalDist()
    days = [
        min(law["most"], max(1, round(law["median"] * exp(law["spread"] * normal.inv_cdf(share)))))
        for share in ((n + 0.5) / number for n in range(number))
    ]
    rng.shuffle(days)
    return days
