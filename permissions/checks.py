"""What must be set up before anything arrives."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register()
def settings_are_named(**kwargs: Any) -> list[Error]:
    """Say which setting is missing, and what it is for."""
    missing = []
    for name, purpose in (("CANDOUR_DEMO", "whether this is a demonstration"),):
        if not hasattr(settings, name):
            missing.append(Error(f"{name} is not set: {purpose}", id="permissions.E001"))
    return missing
