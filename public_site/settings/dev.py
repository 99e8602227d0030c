"""The demonstration on one's own machine: embedded database, mail into files, no outside calls."""

import os

from public_site.settings.base import *  # noqa: F403
from public_site.settings.base import VAR
from public_site.settings.database import from_url

DEBUG = os.environ.get("CANDOUR_DEBUG") == "1"
SECRET_KEY = "the-demonstration-has-no-secrets"
ALLOWED_HOSTS = [".localhost", "127.0.0.1"]
CANDOUR_DEMO = True
CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.choose.LocalScanner"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

if url := os.environ.get("CANDOUR_DATABASE_URL"):
    DATABASES = {"default": from_url(url)}
