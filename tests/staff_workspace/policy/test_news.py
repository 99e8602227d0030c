"""Whoever complained is kept informed, on a day that was promised to them."""

from datetime import date

import pytest

from staff_workspace.policy.news import against_news, news_owed

TOLD = date(2026, 11, 2)


def test_the_next_news_is_promised_for_a_later_day() -> None:
    assert "2 November" in against_news(told=TOLD, next_on=TOLD)
    assert against_news(told=TOLD, next_on=date(2026, 11, 3)) == ""


@pytest.mark.parametrize(("looked_into", "reachable"), [(False, True), (True, False)])
def test_nothing_is_owed_before_the_investigation_or_where_nobody_can_be_reached(
    looked_into: bool, reachable: bool
) -> None:
    owed = news_owed(looked_into=looked_into, reachable=reachable, next_on=None, today=TOLD)
    assert owed == ""


def test_news_is_owed_from_the_start_and_again_on_the_day_promised() -> None:
    def owed(next_on: date | None) -> str:
        return news_owed(looked_into=True, reachable=True, next_on=next_on, today=TOLD)

    assert "when they hear next" in owed(None)
    assert owed(TOLD) == "Tell the person how it goes on"
    assert owed(date(2026, 11, 3)) == ""
