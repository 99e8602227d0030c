"""App configuration of the ground floor."""

from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    name = "permissions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from permissions import checks, copied_keys, staff_accounts  # noqa: F401
