"""Make the demonstration: three bodies with sites, people, cases and a year of figures."""

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from django.utils import timezone

from public_site.demo.announcing import announcement
from public_site.demo.loading import is_loaded, load_demo
from public_site.management.commands.start import only_one, throw_away


class Command(BaseCommand):
    requires_system_checks = []  # the start command runs them
    help = "Load the demonstration's sites, people and cases; what is there already stays"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--as-of", type=_day, help="The day that the demonstration is dated for (YYYY-MM-DD)"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where a demonstration is loaded"
        )
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--reset", action="store_true", help="Throw away all data first")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CANDOUR_DEMO:
            raise CommandError("These settings are not a demonstration's: nothing was loaded.")
        if options["reset"]:
            self._start_over()
        if options["if_empty"] and is_loaded():
            return
        load_demo(as_of=options["as_of"] or timezone.localdate(), port=options["port"])
        self.stdout.write("The demonstration is loaded. Its people are made up.\n")
        for line in announcement(options["port"]):
            self.stdout.write(line)
        self.stdout.write("\nMail is written to files and sent to nobody.")

    def _start_over(self) -> None:
        with only_one():
            connections.close_all()
            throw_away()
        call_command("migrate", verbosity=0)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write the day as YYYY-MM-DD, for example 2026-11-22") from None
