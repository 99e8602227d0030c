"""Production: everything that differs between installs comes from the environment."""

import os

from public_site.settings import base, evidence_keys
from public_site.settings.base import *  # noqa: F403
from public_site.settings.base import SILENCED_SYSTEM_CHECKS
from public_site.settings.database import from_url

DEBUG = False
SECRET_KEY = os.environ["CANDOUR_SECRET_KEY"]
ALLOWED_HOSTS = os.environ["CANDOUR_HOSTS"].split(",")
CSRF_TRUSTED_ORIGINS = [
    f"https://*{host}" if host.startswith(".") else f"https://{host}" for host in ALLOWED_HOSTS
]
DATABASES = {"default": from_url(os.environ["CANDOUR_DATABASE_URL"])}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CANDOUR_EVIDENCE_KEYS, CANDOUR_EVIDENCE_KEY_ID = evidence_keys.from_text(
    os.environ.get("CANDOUR_EVIDENCE_KEYS", "")
)
CANDOUR_EVIDENCE_KEY_FILE = None
EMAIL_HOST = os.environ.get("CANDOUR_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("CANDOUR_SMTP_PORT", "25"))
EMAIL_USE_TLS = os.environ.get("CANDOUR_SMTP_TLS") == "1"
DEFAULT_FROM_EMAIL = os.environ.get("CANDOUR_MAIL_FROM", "feedback@example.org")
CANDOUR_NOTIFIER = os.environ.get("CANDOUR_NOTIFIER", base.CANDOUR_NOTIFIER)
CANDOUR_NOTIFY_KEY = os.environ.get("CANDOUR_NOTIFY_KEY", "")
CANDOUR_NOTIFY_EMAIL_TEMPLATE = os.environ.get("CANDOUR_NOTIFY_EMAIL_TEMPLATE", "")
CANDOUR_NOTIFY_TEXT_TEMPLATE = os.environ.get("CANDOUR_NOTIFY_TEXT_TEMPLATE", "")

CANDOUR_TRUSTED_PROXIES = int(os.environ.get("CANDOUR_TRUSTED_PROXIES", "0"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Preloading binds the whole domain for years: whoever owns it decides, not one service on it.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
