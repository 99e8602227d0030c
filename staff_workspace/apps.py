"""App configuration."""

from django.apps import AppConfig


class StaffWorkspaceConfig(AppConfig):
    name = "staff_workspace"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from staff_workspace import checks, signals  # noqa: F401
        from staff_workspace.actions import (  # noqa: F401
            announce_opening,
            ask_how_it_was,
            discard_documents,
            invite_to_staff,
            tell_of_message,
        )
