"""In service: not one check finds anything, and browsers are held to HTTPS on every answer."""

import base64
import json
import os
import secrets
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import migrated_database
import pytest

from tests.feedback_forms.connectors import mail_server
from tests.feedback_forms.connectors.test_virus_scanners import Daemon

ROOT = Path(__file__).resolve().parent.parent.parent
MEGABYTE = 1024 * 1024
# Asks the production settings themselves, in a process of its own, over HTTPS and without. The
# answers come through the whole chain of middleware. Two settings give way to where the test runs:
# no static files were collected, and without a PostgreSQL the database is a file.
ASK = """
import json, os, sys, django
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
if file := os.environ.get("SQLITE"):
    settings.DATABASES["default"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": file}
django.setup()
from django.core.checks import run_checks
from django.db import connection
from django.test import Client
found = run_checks(include_deployment_checks=True, databases=["default"])
def ask(path, secure=True, host="feedback.example.org"):
    answer = Client(headers={"host": host}).get(path, secure=secure)
    return [answer.status_code, dict(answer.headers)]
print(json.dumps({
    "found": sorted(f"{e.id}: {e.msg}" for e in found if not e.is_silenced()),
    "silenced": sorted(settings.SILENCED_SYSTEM_CHECKS),
    "tables": len(connection.introspection.table_names()),
    "answers": {
        "page": ask("/workspace/sign-in/"),
        "missing": ask("/nothing-here/"),
        "led on": ask("/workspace"),
    },
    "plain": ask("/workspace/sign-in/", secure=False),
    "foreign": ask("/workspace/sign-in/", host="evil.example.net"),
    "cookies": [settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY,
                settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SECURE],
}))
"""
HELD = "max-age=31536000; includeSubDomains"


@contextmanager
def scanner(folder: Path) -> Iterator[str]:
    """The socket of a daemon that speaks as clamd does."""
    at = str(folder / "clamd.sock")
    with socketserver.ThreadingUnixStreamServer(at, Daemon) as server:
        server.stream_max_length = 25 * MEGABYTE
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield at
        server.shutdown()


def database(var: Path) -> dict[str, str]:
    """A migrated one: on the PostgreSQL of these tests, else in a file."""
    if server := os.environ.get("CANDOUR_TEST_DATABASE_URL"):
        name = "candour_in_service"
        migrated_database.copy_on_postgres(server, name)
        return {"CANDOUR_DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl()}
    migrated_database.copy_file(var / "service.sqlite3")
    return {
        "CANDOUR_DATABASE_URL": "postgresql:///nowhere",
        "SQLITE": str(var / "service.sqlite3"),
    }


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the production settings say and answer, with all around them that service needs."""
    var = tmp_path_factory.mktemp("service")
    (var / "assets").mkdir()
    ours = ("CANDOUR_", "DJANGO_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    with mail_server.running() as mail, scanner(var) as clamd:
        environment = {
            **kept,
            **database(var),
            "DJANGO_SETTINGS_MODULE": "public_site.settings.production",
            "CANDOUR_SECRET_KEY": secrets.token_urlsafe(60),
            "CANDOUR_HOSTS": "feedback.example.org",
            "CANDOUR_VAR": str(var),
            "CANDOUR_EVIDENCE_KEYS": f"2026={key}",
            "CANDOUR_CLAMD_SOCKET": clamd,
            "CANDOUR_SMTP_HOST": "127.0.0.1",
            "CANDOUR_SMTP_PORT": str(mail.port),
        }
        told = subprocess.run(
            [sys.executable, "-W", "error::SyntaxWarning", "-c", ASK],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert told.returncode == 0, told.stderr[-2000:]
    return json.loads(told.stdout.splitlines()[-1])


def test_no_check_finds_anything(production: dict[str, object]) -> None:
    assert production["tables"] > 50, "checks of the database had one to look at"
    assert production["found"] == []
    # Each of these is explained where it is set.
    assert production["silenced"] == ["guardian.W001", "security.W021"]


def test_browsers_are_held_to_https_by_every_answer(production: dict[str, object]) -> None:
    assert {kind: status for kind, (status, _) in production["answers"].items()} == {
        "page": 200,
        "missing": 404,
        "led on": 301,
    }
    for kind, (_, headers) in production["answers"].items():
        assert headers["Strict-Transport-Security"] == HELD, kind
    status, headers = production["plain"]
    assert (status, headers["Location"]) == (
        301,
        "https://feedback.example.org/workspace/sign-in/",
    )
    assert production["cookies"] == [True, True, "Lax", True]


def test_a_host_that_is_not_ours_is_refused(production: dict[str, object]) -> None:
    status, headers = production["foreign"]
    assert status == 400
    assert headers["Strict-Transport-Security"] == HELD
    assert headers["X-Frame-Options"] == "DENY"
