"""Print the clocks of a case, and why each date is what it is; needs no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from staff_workspace.policy.case_facts import EVENTS, london_date
from staff_workspace.policy.explain import KINDS, explain, explain_line


class Command(BaseCommand):
    """`explain_deadlines --profile NAME --received ISO …`, or `--batch FILE` (`-` reads stdin)."""

    help = "Show every clock of a case under a profile, with the reasons."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The keys of one case, or a file with one JSON object a line."""
        parser.add_argument("--profile")
        parser.add_argument("--received", help="ISO date, or date and time")
        parser.add_argument("--grade")
        parser.add_argument("--kind", choices=KINDS, default="complaint")
        parser.add_argument("--channel", default="email")
        parser.add_argument("--on-behalf", action="store_true", default=None)
        parser.add_argument("--as-of", help="ISO date; today unless given")
        parser.add_argument(
            "--event",
            action="append",
            default=[],
            metavar="NAME=ISO[,ISO]",
            help=f"one of: {', '.join(EVENTS)}",
        )
        parser.add_argument("--json", action="store_true", help="one line of JSON")
        parser.add_argument("--batch", metavar="FILE", help="one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Explain one case, or each line of a file."""
        today = london_date(datetime.now(UTC))
        if options["batch"]:
            for text in _lines(options["batch"]):
                self.stdout.write(explain_line(text, today=today))
            return
        try:
            answer = explain(_line(options), today=today)
        except ValueError as error:
            raise CommandError(str(error)) from None
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for clock in answer["clocks"]:
            self.stdout.write(f"{clock['clock']}: {clock['state']}, due {clock['due'] or '–'}")
            for sentence in clock["why"]:
                self.stdout.write(f"    {sentence}")


def _line(options: dict[str, Any]) -> dict[str, Any]:
    """The options as the keys of a batch line, those that were not given left out."""
    line = {
        key: options[key]
        for key in ("profile", "received", "grade", "kind", "channel", "on_behalf", "as_of")
        if options[key] is not None
    }
    return line | {"events": [_event(text) for text in options["event"]]}


def _event(text: str) -> list[str]:
    name, equals, dates = text.partition("=")
    if not equals:
        raise ValueError(f"--event {text}: write NAME=ISO")
    return [name, *dates.split(",")]


def _lines(name: str) -> list[str]:
    """The lines of a file that hold something; `-` is the standard input."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{name}: {error}") from None
    return [line for line in text.splitlines() if line.strip()]
