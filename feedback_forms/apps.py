"""App configuration."""

from django.apps import AppConfig


class FeedbackFormsConfig(AppConfig):
    name = "feedback_forms"
    default_auto_field = "django.db.models.BigAutoField"
