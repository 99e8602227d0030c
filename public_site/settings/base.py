"""What holds in development, in tests and in production."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("CANDOUR_VAR", ROOT / "var"))

INSTALLED_APPS = [
    "public_site",
    "staff_workspace",
    "feedback_forms",
    "permissions",
    "guardian",
    "axes",
    "csp",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "permissions.middleware.CompressTexts",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "permissions.middleware.no_powers",
    # Outside whatever asks for the host: a refused one gets the header too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "permissions.middleware.preview_in_a_frame",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "permissions.middleware.health_body",
    "permissions.middleware.no_null_characters",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "permissions.middleware.staff_session",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "public_site.urls"
WSGI_APPLICATION = "public_site.wsgi.application"

_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "csp.context_processors.nonce",
    "permissions.context.shell",
    "public_site.context.site_links",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "permissions.jinja.environment",
            "extensions": ["wagtail.jinja2tags.core"],
            "context_processors": _CONTEXT,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT[:3]},
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "candour.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
CANDOUR_ASSETS = VAR / "assets"
STATICFILES_DIRS = [CANDOUR_ASSETS]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

# Guardian's tables only: its backend would know nothing of ends and walls, so nobody asks has_perm.
ANONYMOUS_USER_NAME = None
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]

# Five wrong passwords for one account from one place, then a quarter of an hour of rest. By both
# together, so that nobody can lock a colleague out from elsewhere.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_CLIENT_IP_CALLABLE = "permissions.middleware.address_of"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "staff_workspace/locked_out.jinja"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LOGIN_URL = "staff_workspace:sign_in"
LOGIN_REDIRECT_URL = "/workspace/"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
# Messages may name a file; so they stay on the server, and there is no cookie more to explain.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "feedback_forms.views.stale_token.stale_token"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CONTENT_SECURITY_POLICY = {
    # Wagtail's admin needs inline styles and scripts of its own.
    "EXCLUDE_URL_PREFIXES": ["/cms/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

EMAIL_TIMEOUT = 20

WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_SITE_NAME = "Candour"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILADMIN_BASE_URL = os.environ.get("CANDOUR_ADMIN_URL", "http://localhost:8000")

# Bounded, and never a named file on the disk in the clear.
FILE_UPLOAD_HANDLERS = ["feedback_forms.uploading.BoundedUpload"]

CANDOUR_DEMO = False
# How many web servers of ours stand in front, each adding to X-Forwarded-For whom it spoke with.
CANDOUR_TRUSTED_PROXIES = 0
CANDOUR_CASE_OFFICE = "staff_workspace.case_office.WorkspaceCaseOffice"
CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.clamav.ClamAvScanner"
CANDOUR_NOTIFIER = "feedback_forms.connectors.mail.MailNotifier"
CANDOUR_NOTIFY_URL = "https://api.notifications.service.gov.uk"
CANDOUR_NOTIFY_KEY = CANDOUR_NOTIFY_EMAIL_TEMPLATE = CANDOUR_NOTIFY_TEXT_TEMPLATE = ""
# The first code of a receipt follows from it; empty: from SECRET_KEY, for this purpose alone.
CANDOUR_RECEIPT_SECRET = ""
# A mailed link to saved answers works once, within so many days.
CANDOUR_RESUME_LINK_DAYS = 7
# Where "Exit this page" leads: somewhere that says nothing of where one was.
CANDOUR_EXIT_TO = "https://www.bbc.co.uk/weather"
CANDOUR_DOCUMENT_STORE = "staff_workspace.connectors.filesystem.FilesystemStore"
CANDOUR_STORE_ROOT = VAR / "documents"
CANDOUR_EVIDENCE_ROOT = VAR / "evidence"
# Files are sealed with these keys (id → 32 bytes in base64), new ones with the one of that id.
# Without any, a key is made in the file: for a demonstration, never for a service.
CANDOUR_EVIDENCE_KEYS: dict[str, str] = {}
CANDOUR_EVIDENCE_KEY_ID = ""
CANDOUR_EVIDENCE_KEY_FILE = VAR / "evidence-keys.json"
# How long answers that were never sent are kept; said on the start page of every form.
CANDOUR_DRAFTS_KEPT_DAYS = 14
# Files that no row knows, after a crash.
CANDOUR_ORPHANS_KEPT_HOURS = 24
# In service, a place that whoever has the database cannot write to.
CANDOUR_SEAL_COPIES = "permissions.connectors.seal_file.SealFile"
CANDOUR_SEAL_FILE = Path(os.environ.get("CANDOUR_SEAL_FILE", VAR / "seals" / "seals.jsonl"))
CANDOUR_CLAMD_SOCKET = os.environ.get("CANDOUR_CLAMD_SOCKET", "/run/clamav/clamd.ctl")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "permissions.log_lines.QuietLines"}},
    "filters": {"hide_tokens": {"()": "permissions.hidden_tokens.HideTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "quiet",
            "filters": ["hide_tokens"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handler would mail the request with everything in it, and axes names accounts.
    # Its server for developing would write every address with what was looked for.
    "loggers": {
        "django": {"handlers": []},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "axes": {"level": "CRITICAL"},
    },
}
