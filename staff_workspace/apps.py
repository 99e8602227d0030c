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

        _users_are_not_copied()


def _users_are_not_copied() -> None:
    """Wagtail's copy of a user writes what was typed into the user that was to be copied."""
    from wagtail.users.views.users import UserViewSet

    UserViewSet.copy_view_enabled = False
