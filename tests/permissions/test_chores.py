"""Chores are done in turn; one that fails keeps nothing else waiting."""

from datetime import UTC, datetime, timedelta

import pytest

from permissions import chores

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, in order."""
    monkeypatch.setattr(chores, "_chores", {})
    names: list[str] = []

    def failing(*, now: datetime) -> None:
        raise OSError("words that must not be logged")

    chores.chore("failing", every=timedelta(minutes=1))(failing)
    chores.chore("hourly", every=timedelta(hours=1))(lambda now: names.append("hourly"))
    return names


def test_a_chore_is_due_at_the_start_and_then_every_so_often(done: list[str]) -> None:
    rota = chores.Rota()
    for minutes in (0, 30, 59, 60, 90, 120):
        rota.run_due(NOON + timedelta(minutes=minutes))
    assert done == ["hourly"] * 3


def test_a_failure_is_logged_without_its_words(
    done: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert chores.Rota().run_due(NOON) == ["failing", "hourly"]
    assert done == ["hourly"]
    assert "chore failing failed: OSError" in caplog.text
    assert "words" not in caplog.text
