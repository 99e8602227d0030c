"""Whoever tries too often has to wait, whichever process answers."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections, transaction

from permissions import throttle
from permissions.models import ThrottleWindow

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TRIES = 8


def tries(number: int, key: str = "code of 192.0.2.1", now: datetime = NOW) -> list[bool]:
    return [throttle.allow(key, limit=3, per=HOUR, now=now) for _ in range(number)]


@pytest.mark.django_db
def test_three_tries_are_allowed_and_the_fourth_is_not() -> None:
    assert tries(5) == [True, True, True, False, False]


@pytest.mark.django_db
def test_after_the_while_one_may_try_again() -> None:
    tries(4)
    assert tries(1, now=NOW + HOUR - timedelta(seconds=1)) == [False]
    assert tries(4, now=NOW + HOUR) == [True, True, True, False]


@pytest.mark.django_db
def test_one_who_tries_too_often_keeps_nobody_else_from_trying() -> None:
    tries(4)
    assert tries(1, key="code of 192.0.2.2") == [True]


@pytest.mark.django_db
def test_the_key_is_not_stored_and_a_flood_is_not_counted_for_ever() -> None:
    tries(6)
    window = ThrottleWindow.objects.get()
    assert "192.0.2.1" not in window.key_hash
    assert len(window.key_hash) == 64
    assert window.tries == 4


@pytest.mark.django_db
def test_what_is_over_is_swept_when_somebody_new_tries() -> None:
    tries(1)
    tries(1, key="another", now=NOW + timedelta(minutes=30))
    tries(1, key="a third", now=NOW + HOUR)
    ends = ThrottleWindow.objects.order_by("ends_at").values_list("ends_at", flat=True)
    assert list(ends) == [NOW + timedelta(minutes=90), NOW + 2 * HOUR]


@pytest.mark.django_db
def test_a_try_cannot_be_undone_with_the_transaction_around_it() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError):
        throttle.allow("key", limit=3, per=HOUR, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_many_tries_at_the_same_moment_no_more_than_three_are_allowed() -> None:
    together = threading.Barrier(TRIES)
    answers: list[bool] = []
    failures: list[Exception] = []

    def attempt() -> None:
        try:
            together.wait()
            answers.append(throttle.allow("key", limit=3, per=HOUR, now=NOW))
        except Exception as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=attempt) for _ in range(TRIES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(answers) == [False] * (TRIES - 3) + [True] * 3
