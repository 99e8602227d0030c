"""Tests begin with a copy of one migrated database, instead of half a minute of migrations each."""

import os
from pathlib import Path

import migrated_database
import pytest
from django.db import connection


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None, django_db_use_migrations: bool) -> bool:
    """Lay the copy where the tests' database belongs, and say that it is to be used.

    Django then finds no migration to apply. The copy lies in a folder that goes with the tests.
    """
    if not django_db_use_migrations:
        return False
    settings = connection.settings_dict
    server = os.environ.get("CANDOUR_TEST_DATABASE_URL")
    name = settings["TEST"]["NAME"] or f"test_{settings['NAME']}"
    if server:
        migrated_database.copy_on_postgres(server, name)
    else:
        migrated_database.copy_file(Path(name))
    return True
