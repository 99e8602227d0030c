"""Keep the answers of one page: in a new draft, or in the one begun before."""

from datetime import datetime

from django.db import transaction

from feedback_forms.models import Draft, FormVersion
from feedback_forms.rules.answers import Answer
from permissions.models import Body


def start_draft(*, body: Body, version: FormVersion, at: datetime) -> Draft:
    """A new, empty draft of ``version``."""
    return Draft.objects.create(body=body, form_version=version, started_at=at, updated_at=at)


def save_answers(
    *, draft: Draft, page_key: str, given: dict[str, Answer], at: datetime, done: bool = True
) -> Draft:
    """Set the page's answers in the draft as it now is, so that two tabs do not undo each other.

    ``done``: the page is gone through; not when somebody leaves it half filled in.
    """
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if locked.sent_at is None:
            locked.put_answers(page_key, given, done=done)
            locked.updated_at = at
            locked.save(update_fields=["answers", "done_pages", "updated_at"])
    return locked


def keep_longer(*, draft: Draft, at: datetime) -> None:
    """Count the time for which the draft is kept from now on: somebody came back to it."""
    Draft.objects.filter(pk=draft.pk, sent_at=None, updated_at__lt=at).update(updated_at=at)
