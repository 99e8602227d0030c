"""Seal files that an earlier version kept in the clear."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from feedback_forms.actions.seal_evidence import seal_evidence
from feedback_forms.evidence.keys import KeysAreWrong


class Command(BaseCommand):
    help = "Seal files that an earlier version kept in the clear; once, after the migration"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"{seal_evidence()} files sealed")
        except (KeysAreWrong, OSError) as error:
            raise CommandError(f"{type(error).__name__}: {error}") from error
