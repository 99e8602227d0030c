"""In service: Django's own deployment check finds nothing, and browsers are held to HTTPS."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# Asks the production settings themselves, in a process of its own, over HTTPS and without.
ASK = """
import json, django
django.setup()
from django.conf import settings
from django.core.checks import run_checks
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory
found = run_checks(include_deployment_checks=True, databases=[])
answer, ask = SecurityMiddleware(lambda request: HttpResponse()), RequestFactory().get
host = {"host": "feedback.example.org"}
secure, plain = answer(ask("/x/", secure=True, headers=host)), answer(ask("/x/", headers=host))
try:
    foreign = ask("/x/", secure=True, headers={"host": "evil.example.net"}).get_host()
except DisallowedHost:
    foreign = "refused"
print(json.dumps({
    "checks": sorted(e.id for e in found if not e.is_silenced()),
    "first": settings.MIDDLEWARE[0],
    "hsts": secure.headers.get("Strict-Transport-Security"),
    "plain": [plain.status_code, plain.headers.get("Location")],
    "foreign": foreign,
    "cookies": [settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY,
                settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SECURE],
}))
"""


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the production settings say and answer."""
    var = tmp_path_factory.mktemp("service")
    (var / "assets").mkdir()
    ours = ("CANDOUR_", "DJANGO_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    environment = {
        **kept,
        "DJANGO_SETTINGS_MODULE": "public_site.settings.production",
        "CANDOUR_SECRET_KEY": secrets.token_urlsafe(60),
        "CANDOUR_HOSTS": "feedback.example.org",
        "CANDOUR_DATABASE_URL": "postgresql:///nowhere",
        "CANDOUR_VAR": str(var),
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


def test_the_deployment_check_is_clean(production: dict[str, object]) -> None:
    # A scanner and the like that do not answer in a test are for their own checks to name.
    assert [
        found for found in production["checks"] if not found.startswith("feedback_forms.")
    ] == []


def test_browsers_are_held_to_https(production: dict[str, object]) -> None:
    assert production["first"] == "django.middleware.security.SecurityMiddleware"
    assert production["hsts"] == "max-age=31536000; includeSubDomains"
    assert production["plain"] == [301, "https://feedback.example.org/x/"]
    assert production["cookies"] == [True, True, "Lax", True]


def test_a_host_that_is_not_ours_is_refused(production: dict[str, object]) -> None:
    assert production["foreign"] == "refused"
