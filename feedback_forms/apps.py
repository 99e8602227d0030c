"""App configuration: registers checks, outbox handlers, versions, and what a form page is given."""

from django.apps import AppConfig


class FeedbackFormsConfig(AppConfig):
    name = "feedback_forms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from feedback_forms import checks, signals  # noqa: F401
        from feedback_forms.actions import (  # noqa: F401
            discard_files,
            mail_resume_link,
            open_the_case,
            scan_evidence,
            send_receipt,
            sweep_evidence,
            sweep_submissions,
        )
        from feedback_forms.models import FormPage
        from feedback_forms.views import preview

        FormPage.circumstances_of = staticmethod(preview.circumstances_of)
        FormPage.draw_preview = preview.draw_preview
