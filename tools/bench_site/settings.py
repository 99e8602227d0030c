"""As in service, without what only TLS and a proxy add."""

import os
from pathlib import Path

from public_site.settings.base import *  # noqa: F403
from public_site.settings.base import INSTALLED_APPS as _APPS
from public_site.settings.database import from_url

SECRET_KEY = "measured-on-this-machine-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["bench_site", "wagtail.contrib.forms", *_APPS]
ROOT_URLCONF = "bench_site.urls"
_FOLDER = Path(os.environ["CANDOUR_BENCH_FOLDER"])
BENCH_FILES = _FOLDER / "bare"
CANDOUR_EVIDENCE_ROOT = _FOLDER / "evidence"
CANDOUR_STORE_ROOT = _FOLDER / "documents"
CANDOUR_SEAL_FILE = _FOLDER / "seals.jsonl"
CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.development.DevelopmentScanner"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
STATIC_ROOT = _FOLDER / "static"
# Served as whitenoise serves them in service: compressed, and cached for good.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATABASES = {
    "default": from_url(os.environ["CANDOUR_BENCH_DATABASE"])
    if os.environ.get("CANDOUR_BENCH_DATABASE")
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _FOLDER / "bench.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
