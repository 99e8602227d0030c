"""What every page's shell needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """The body whose page this is, whether it is a demonstration, and the nonce for scripts."""
    return {
        "health_body": getattr(request, "health_body", None),
        "demo": settings.CANDOUR_DEMO,
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
