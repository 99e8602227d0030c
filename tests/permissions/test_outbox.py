"""What must follow a transaction is tried until it is done, and never lost."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from permissions import outbox
from permissions.models import OutboxItem
from permissions.rules.back_off import MOST_TRIES


class FarSide:
    """Something outside that may be away."""

    def __init__(self) -> None:
        self.away = False
        self.got: list[dict[str, Any]] = []

    def handle(self, payload: dict[str, Any]) -> None:
        if self.away:
            raise ConnectionError("secret words that must not be kept")
        self.got.append(payload)


@pytest.fixture
def far_side() -> Iterator[FarSide]:
    side = FarSide()
    outbox.handles("test_topic")(side.handle)
    yield side
    outbox._handlers.pop("test_topic")


@pytest.mark.django_db
def test_an_item_is_done_once(far_side: FarSide) -> None:
    outbox.put("test_topic", {"n": 1})
    assert outbox.work() == 1
    assert outbox.work() == 0
    assert far_side.got == [{"n": 1}]


@pytest.mark.django_db
def test_a_failure_waits_longer_each_time_and_shows_as_undelivered(far_side: FarSide) -> None:
    far_side.away = True
    item = outbox.put("test_topic", {"n": 1})
    now = timezone.now()
    waits = []
    for _ in range(4):
        assert not outbox.attempt(item.pk, now=now)
        item.refresh_from_db()
        waits.append((item.next_try_at - now) / timedelta(minutes=1))
        now = item.next_try_at
    assert waits == [1, 5, 15, 60]
    assert outbox.undelivered() == 1
    assert item.last_error == "ConnectionError"


@pytest.mark.django_db
def test_after_a_week_of_failures_it_needs_a_person_and_waits_for_them(far_side: FarSide) -> None:
    far_side.away = True
    item = outbox.put("test_topic", {"n": 1})
    began = now = timezone.now()
    for _ in range(MOST_TRIES):
        outbox.attempt(item.pk, now=now)
        item.refresh_from_db()
        now = item.next_try_at or now
    assert item.needs_person_since == now
    assert timedelta(days=5) < now - began < timedelta(days=8)
    assert item.next_try_at is None
    assert outbox.work(now=now + timedelta(days=30)) == 0
    assert outbox.undelivered() == 1, "given up, but never silently"
    far_side.away = False
    outbox.try_again(item, now=now)
    assert outbox.work(now=now) == 1
    assert outbox.undelivered() == 0


@pytest.mark.django_db
def test_what_would_never_succeed_needs_a_person_at_once(far_side: FarSide) -> None:
    def refused(payload: dict[str, Any]) -> None:
        raise outbox.NeedsAPerson

    outbox.handles("test_topic")(refused)
    item = outbox.put("test_topic", {})
    assert outbox.work() == 0
    item.refresh_from_db()
    assert item.needs_person_since
    assert (item.next_try_at, item.attempts) == (None, 1)


@pytest.mark.django_db
def test_what_must_never_be_given_up_is_tried_every_day_all_the_same(
    far_side: FarSide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "_for_good", {"test_topic"})
    far_side.away = True
    item = outbox.put("test_topic", {"n": 1})
    now = timezone.now()
    for _ in range(MOST_TRIES + 3):
        outbox.attempt(item.pk, now=now)
        item.refresh_from_db()
        now = item.next_try_at
    assert item.needs_person_since
    far_side.away = False
    assert outbox.work(now=now) == 1
    item.refresh_from_db()
    assert item.needs_person_since is None


@pytest.mark.django_db
def test_what_no_worker_takes_up_shows_too(far_side: FarSide) -> None:
    outbox.put("test_topic", {"n": 1})
    assert outbox.undelivered() == 0
    assert outbox.undelivered(now=timezone.now() + outbox.PATIENCE) == 1


@pytest.mark.django_db
def test_it_is_delivered_when_the_far_side_is_back(far_side: FarSide) -> None:
    far_side.away = True
    outbox.put("test_topic", {"n": 1})
    assert outbox.work() == 0
    far_side.away = False
    assert outbox.work() == 0, "not before its time"
    assert outbox.work(now=timezone.now() + timedelta(minutes=2)) == 1
    assert outbox.undelivered() == 0


@pytest.mark.django_db
def test_an_item_that_somebody_has_taken_is_not_handed_out_again_at_once() -> None:
    tries: list[bool] = []

    def slow(payload: dict[str, Any]) -> None:
        # While this one runs, another worker looks for work.
        tries.append(outbox.attempt(payload["pk"]))

    outbox.handles("test_slow")(slow)
    item = outbox.put("test_slow", {})
    item.payload = {"pk": item.pk}
    item.save()
    assert outbox.attempt(item.pk)
    assert tries == [False]
    outbox._handlers.pop("test_slow")


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_nothing_to_do(far_side: FarSide) -> None:
    def put_and_fail() -> None:
        with transaction.atomic():
            outbox.put("test_topic", {"n": 1})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        put_and_fail()
    assert OutboxItem.objects.count() == 0


@pytest.mark.django_db
def test_an_unknown_topic_is_refused_at_once() -> None:
    with pytest.raises(KeyError):
        outbox.put("no_such_topic", {})
