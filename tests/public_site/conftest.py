"""The demonstration's sites, loaded once for a module of tests and taken away after it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from permissions.models import Body
from public_site.demo.sites import load_sites

Read = Callable[..., BeautifulSoup]


@pytest.fixture(scope="module")
def bodies(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Body]]:
    """Key → body of the three demonstration sites on port 8000.

    Each test of the module is marked ``django_db``, so that it runs in a savepoint of its own.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_sites(8000)
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture(scope="module")
def get(bodies: dict[str, Body]) -> Callable[..., Any]:
    """Fetch a path from a body's site; asked again, the same answer unless ``fresh``."""
    answers: dict[tuple[str, str], Any] = {}

    def fetch(key: str, path: str, *, fresh: bool = False) -> Any:
        if fresh or (key, path) not in answers:
            host = f"{key}.localhost:8000"
            answers[key, path] = Client().get(path, headers={"host": host})
        return answers[key, path]

    return fetch


@pytest.fixture(scope="module")
def read(get: Callable[..., Any]) -> Read:
    """Fetch a page that must answer, as parsed HTML."""

    def fetch(key: str, path: str, *, fresh: bool = False) -> BeautifulSoup:
        response = get(key, path, fresh=fresh)
        assert response.status_code == 200, (key, path)
        return BeautifulSoup(response.content, "html.parser")

    return fetch


def words(element: Any) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())
