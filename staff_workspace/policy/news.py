"""Keeping the person informed while their complaint is looked into (regulation 14)."""

from __future__ import annotations

from datetime import date

from .reasons import say


def against_news(*, told: date, next_on: date) -> str:
    """What speaks against the day promised for the next news, in words, or ""."""
    if next_on <= told:
        return f"The next news comes after the day on which they were told, {say(told)}"
    return ""


def news_owed(*, looked_into: bool, reachable: bool, next_on: date | None, today: date) -> str:
    """What is owed to the person now, in words, or "".

    The law names no interval: a day is promised from the start of the investigation on, and kept.
    """
    if not (looked_into and reachable):
        return ""
    if next_on is None:
        return "Tell the person how it goes on, and when they hear next"
    return "Tell the person how it goes on" if today >= next_on else ""
