"""Carry out what waits in the outbox and what is due from time to time, once or until stopped."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from permissions import outbox, sealing
from permissions.chores import Rota

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Carry out what waits in the outbox, seal the audit every minute, and sweep"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="Go on until stopped")
        parser.add_argument("--pause", type=float, default=2.0, help="Seconds between rounds")

    def handle(self, *args: Any, **options: Any) -> None:
        sealed, rota = None, Rota()
        if not options["loop"]:
            rota.run_due(timezone.now())
            done = outbox.work()
            sealing.seal_in_turn(sealed)
            waiting = outbox.waiting()
            lost = waiting.filter(needs_person_since__isnull=False).count()
            words = f"{done} done, {waiting.count()} undelivered"
            self.stdout.write(f"{words}, {lost} of them need a person" if lost else words)
            return
        while True:
            try:
                rota.run_due(timezone.now())
                outbox.work()
            except DatabaseError as error:  # away or locked: it will be back
                logger.error("the outbox waits for its database: %s", type(error).__name__)
            sealed = sealing.seal_in_turn(sealed)
            # A connection that the database has closed is opened anew with the next round.
            close_old_connections()
            time.sleep(options["pause"])
