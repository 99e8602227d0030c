"""Carry out what waits in the outbox and seal the audit, once or for as long as we run."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from permissions import outbox, sealing


class Command(BaseCommand):
    help = "Carry out what waits in the outbox, and seal the audit every minute"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="Go on until stopped")
        parser.add_argument("--pause", type=float, default=2.0, help="Seconds between rounds")

    def handle(self, *args: Any, **options: Any) -> None:
        sealed = None
        while True:
            done = outbox.work()
            sealed = sealing.seal_in_turn(sealed)
            if not options["loop"]:
                self.stdout.write(f"{done} done, {outbox.undelivered()} undelivered")
                return
            time.sleep(options["pause"])
