"""Seal the rows of the audit that are not sealed yet, and copy the seals outside the database."""

from typing import Any

from django.core.management.base import BaseCommand

from permissions import sealing


class Command(BaseCommand):
    help = "Seal the audit rows that are not sealed yet; the outbox worker does it by itself"

    def handle(self, *args: Any, **options: Any) -> None:
        made = sealing.seal()
        self.stdout.write(f"{made} {'seal' if made == 1 else 'seals'} made")
