"""Wrap the keys of all files with the current key of the service."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from feedback_forms.actions.rotate_evidence_keys import rotate_evidence_keys
from feedback_forms.evidence.keys import KeysAreWrong


class Command(BaseCommand):
    help = "Wrap the keys of all files with the current key, so that an older one can be taken away"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rotated = rotate_evidence_keys()
        except KeysAreWrong as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{rotated.done} keys wrapped anew")
        if rotated.failed:
            raise CommandError(f"{rotated.failed} could not be opened: keep every older key")
