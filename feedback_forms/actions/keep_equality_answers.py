"""Keep what a person told of themselves, without a way back to them."""

from datetime import date

from django.db import transaction

from feedback_forms.models import Draft, EqualityAnswers
from feedback_forms.rules.answers import Answer, to_json


def keep_equality_answers(*, draft: Draft, given: dict[str, Answer], today: date) -> bool:
    """Store the answers under the month alone; once for what was sent. Nothing given: no row."""
    kept = {key: to_json(answer) for key, answer in given.items() if to_json(answer) is not None}
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        if locked.sent_at is None or locked.equality_given:
            return False
        locked.equality_given = True
        locked.save(update_fields=["equality_given"])
        if kept:
            EqualityAnswers.objects.create(
                body=locked.body,
                form_version=locked.form_version,
                month=today.replace(day=1),
                answers=kept,
            )
    return bool(kept)
