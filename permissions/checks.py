"""What must be set up before anything arrives."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register()
def demonstration_is_decided(**kwargs: Any) -> list[Error]:
    """Whether this is a demonstration must be said, never guessed."""
    if hasattr(settings, "CANDOUR_DEMO"):
        return []
    return [
        Error(
            "CANDOUR_DEMO is not set",
            hint="True shows the demonstration banner on every page and keeps search engines away",
            id="permissions.E001",
        )
    ]
