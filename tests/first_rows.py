"""Puts back what migrations wrote (Wagtail's root page, its locale) after a test with real commits.

Such a test leaves an emptied database. Run side by side, others may follow it. The database refuses
to empty the audit: its triggers are down meanwhile.
"""

import json
from collections.abc import Generator
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Site

from tests.final_rows import allow_all, refuse_all

FIRST_ROWS = pytest.StashKey[str]()
# Numbers go on, so that rows that are put back never meet a number that is given out anew.
FLUSH = {
    "verbosity": 0,
    "interactive": False,
    "inhibit_post_migrate": True,
    "reset_sequences": False,
}
COMMITTING_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, pytestconfig: pytest.Config
) -> None:
    """Remember the rows that a new database has."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    # Content types come first: saving others would make them, with other numbers.
    rows.sort(key=lambda row: row["model"] != "contenttypes.contenttype")
    pytestconfig.stash[FIRST_ROWS] = json.dumps(rows)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """Put them back once the test's own fixtures are gone; after the last the database is too."""
    first_rows = item.config.stash.get(FIRST_ROWS, None)
    if not first_rows or not commits(item):
        yield
        return
    unblock = item.config.stash[blocking_manager_key].unblock
    with unblock():
        allow_all()
    try:
        yield
    finally:
        if nextitem is not None:
            with unblock():
                call_command("flush", **FLUSH)
                ContentType.objects.clear_cache()
                connection.creation.deserialize_db_from_string(first_rows)
                refuse_all()
        ContentType.objects.clear_cache()
        Site.clear_site_root_paths_cache()


def commits(item: pytest.Item) -> bool:
    """Whether the test commits for real, so that the database is emptied after it."""
    marker = item.get_closest_marker("django_db")
    marked = bool(marker and marker.kwargs.get("transaction"))
    return marked or bool(COMMITTING_FIXTURES & set(getattr(item, "fixturenames", ())))
