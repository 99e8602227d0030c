"""Publishing a form freezes a version of it."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from feedback_forms.models import FormPage, FormVersion


@receiver(page_published, sender=FormPage)
def freeze_the_version(instance: FormPage, **kwargs: Any) -> None:
    """Keep the form as it is now published; nothing, if it has not changed."""
    FormVersion.freeze(instance, at=instance.last_published_at or timezone.now())
