"""Governance sees what could not be delivered, without content, and has it tried again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from permissions import outbox
from permissions.models import AuditEvent, Body, OutboxItem
from staff_workspace.presenters.undelivered import age

pytestmark = pytest.mark.django_db
ADDRESS = "/workspace/undelivered/"


@pytest.fixture
def given_up(body: Body) -> OutboxItem:
    """A receipt that was refused."""
    item = outbox.put("send_receipt", {"submission": 7}, body=body)
    item.created_at = timezone.now() - timedelta(days=2)
    item.attempts, item.last_error, item.next_try_at = 3, "MessageRefused", None
    item.needs_person_since = timezone.now()
    item.save()
    return item


def page(client: Client, address: str = ADDRESS) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


@pytest.fixture
def signed_in(body: Body, people: dict[str, Any], client_for: Callable[..., Client]):
    """A browser of one of the people."""

    def sign_in(name: str) -> Client:
        client = client_for(body)
        client.force_login(people[name])
        return client

    return sign_in


def test_it_is_listed_with_topic_age_and_error(given_up: OutboxItem, signed_in) -> None:
    words = page(signed_in("governance"))
    for said in ("Send a receipt", "Needs a person", "2 days", "The address or number was refused"):
        assert said in words
    assert "Not by itself" in words


def test_today_says_how_many(given_up: OutboxItem, signed_in) -> None:
    assert "Undelivered: 1" in page(signed_in("governance"), "/workspace/")
    assert "Governance can see what waits" in page(signed_in("officer"), "/workspace/")


def test_trying_again_is_audited_and_begins_anew(given_up: OutboxItem, signed_in, people) -> None:
    client = signed_in("governance")
    answer = client.post(ADDRESS, {"item": given_up.pk}, follow=True)
    assert b"It is tried again now" in answer.content
    given_up.refresh_from_db()
    assert (given_up.attempts, given_up.needs_person_since) == (0, None)
    assert given_up.next_try_at
    event = AuditEvent.objects.get(action="outbox.mind", detail__has_key="topic")
    assert event.actor_id == people["governance"].pk
    assert event.detail == {"item": given_up.pk, "topic": "send_receipt", "tries": 3}


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40, "٣"])
def test_a_strange_number_changes_nothing(given_up: OutboxItem, signed_in, number: str) -> None:
    answer = signed_in("governance").post(ADDRESS, {"item": number}, follow=True)
    assert b"delivered meanwhile" in answer.content
    given_up.refresh_from_db()
    assert given_up.next_try_at is None


def test_nobody_else_sees_or_changes_it(given_up: OutboxItem, signed_in) -> None:
    client = signed_in("officer")
    assert client.get(ADDRESS).status_code == 404
    assert client.post(ADDRESS, {"item": given_up.pk}).status_code == 404
    given_up.refresh_from_db()
    assert given_up.next_try_at is None


def test_what_is_another_bodys_is_not_seen(given_up: OutboxItem, signed_in) -> None:
    other = Body.objects.create(key="other", name="Other", short_name="O", profile_key="millbrook")
    OutboxItem.objects.update(body=other)
    client = signed_in("governance")
    assert "Everything was delivered" in page(client)
    client.post(ADDRESS, {"item": given_up.pk})
    given_up.refresh_from_db()
    assert given_up.next_try_at is None


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=5), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=3, minutes=5), "3 hours"),
        (timedelta(days=1), "1 day"),
    ],
)
def test_an_age_is_said_as_people_say_it(span: timedelta, words: str) -> None:
    assert age(span) == words
