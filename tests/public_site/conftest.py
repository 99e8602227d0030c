"""The demonstration's sites, there for a module of tests and taken away after it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Site

from permissions.models import Body
from public_site.demo.sites import load_sites

Read = Callable[..., BeautifulSoup]


@pytest.fixture(scope="module")
def bodies(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Body]]:
    """Key → body of the three demonstration sites on port 8000.

    Each test of the module is marked ``django_db``, so that it runs in a savepoint of its own.
    """
    with django_db_blocker.unblock(), loaded_sites(tmp_path_factory), transaction.atomic():
        yield {body.key: body for body in Body.objects.select_related("site")}
        transaction.set_rollback(True)
    forget()


@contextmanager
def loaded_sites(folders: pytest.TempPathFactory) -> Iterator[None]:
    """Load the sites; on SQLite once for all modules: afterwards a copy is put back in no time."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            load_sites(8000)
            yield
            transaction.set_rollback(True)
        return
    empty, loaded = (folders.getbasetemp() / name for name in ("empty.sqlite3", "sites.sqlite3"))
    keep(empty)
    try:
        if loaded.exists():
            put_back(loaded)
        else:
            load_sites(8000)
            keep(loaded)
        yield
    finally:
        put_back(empty)


def keep(file: Path) -> None:
    """Copy the tests' database into ``file``."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)


def put_back(file: Path) -> None:
    """Make the tests' database what ``file`` holds."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as kept:
        kept.backup(connection.connection)
    forget()


def forget() -> None:
    """Forget what is remembered of rows that are gone."""
    cache.clear()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


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
