"""Delete answers never sent, with their files, and files that no row knows."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from feedback_forms.actions.sweep_evidence import sweep_evidence


class Command(BaseCommand):
    help = "Delete drafts and files that are older than they are kept; the worker does it each hour"

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweep_evidence(now=timezone.now())
        self.stdout.write(
            f"{swept.drafts} drafts, {swept.unsent} files not sent, {swept.orphans} files without "
            f"a row and {swept.incoming} beginnings of files deleted"
        )
        if swept.missing:
            raise CommandError(f"{swept.missing} files are not where their row says")
