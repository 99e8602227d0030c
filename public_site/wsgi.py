"""The WSGI entry point."""

import logging
import os

from django.core.wsgi import get_wsgi_application

from permissions.hidden_tokens import HideTokens
from permissions.log_lines import QuietLines

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "public_site.settings.production")


def quieten(log: logging.Logger) -> None:
    """See to it that the web server's own lines, which no LOGGING reaches, hold no more than ours."""
    log.addFilter(HideTokens())
    for handler in log.handlers:
        usual = handler.formatter or logging.Formatter()
        handler.setFormatter(QuietLines(usual._fmt, usual.datefmt))


application = get_wsgi_application()
for name in ("gunicorn.error", "gunicorn.access"):
    quieten(logging.getLogger(name))
