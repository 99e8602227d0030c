"""Tests: like the demonstration, with quick passwords and mail in memory."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from public_site.settings.base import *  # noqa: F403
from public_site.settings.base import VAR
from public_site.settings.database import from_url

SECRET_KEY = "tests-have-no-secrets"
DEBUG = False
ALLOWED_HOSTS = ["*"]
CANDOUR_DEMO = True
CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.development.DevelopmentScanner"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
_FILES = Path(tempfile.mkdtemp(prefix="candour-tests-"))
atexit.register(shutil.rmtree, _FILES, ignore_errors=True)
CANDOUR_STORE_ROOT = _FILES / "documents"
CANDOUR_EVIDENCE_ROOT = _FILES / "evidence"
CANDOUR_EVIDENCE_KEY_FILE = _FILES / "evidence-keys.json"
CANDOUR_SEAL_FILE = _FILES / "seals" / "seals.jsonl"
MEDIA_ROOT = _FILES / "media"

_test_url = os.environ.get("CANDOUR_TEST_DATABASE_URL")
DATABASES = {
    "default": from_url(_test_url)
    if _test_url
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "unused.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
        },
        "TEST": {"NAME": str(_FILES / "test.sqlite3")},
    }
}
