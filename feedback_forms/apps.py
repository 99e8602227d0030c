"""App configuration: registers checks, outbox handlers and the freezing of versions."""

from django.apps import AppConfig


class FeedbackFormsConfig(AppConfig):
    name = "feedback_forms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from feedback_forms import checks, signals  # noqa: F401
        from feedback_forms.actions import (  # noqa: F401
            mail_resume_link,
            open_the_case,
            scan_evidence,
            send_receipt,
            sweep_evidence,
            sweep_submissions,
        )
