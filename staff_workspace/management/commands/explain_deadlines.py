"""Print the clocks of a case, and why each date is what it is; needs no database."""

from __future__ import annotations

import codecs
import json
import sys
from argparse import ArgumentParser, BooleanOptionalAction
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from staff_workspace.policy.case_facts import CHANNELS, ELECTED, EVENTS, KINDS, london_date
from staff_workspace.policy.explain import explain, explain_line

LONGEST = 1_000_000  # bytes of one line; a case takes a few hundred
CASE = {
    "profile": {"help": "hwe_icb, west_essex_ccg, millbrook or statute"},
    "received": {"metavar": "ISO", "help": "a date, or a date with a time"},
    "grade": {"help": "a grade of that profile"},
    "kind": {"help": f"one of: {', '.join(KINDS)}; a complaint unless given"},
    "also_kinds": {"action": "append", "metavar": "KIND", "help": "what it is as well"},
    "channel": {"help": f"one of: {', '.join(CHANNELS)}"},
    "on_behalf": {"action": BooleanOptionalAction, "help": "made for somebody else"},
    "anonymous": {"action": "store_true", "help": "nobody can be answered"},
    "elected_as": {"help": f"one of: {', '.join(ELECTED)}"},
    "as_of": {"metavar": "ISO", "help": "the day on which it is looked at; today unless given"},
}


class Command(BaseCommand):
    """`explain_deadlines --profile NAME --received ISO …`, or `--batch FILE` (`-` reads stdin)."""

    help = "Show every clock of a case under a profile, with the reasons (docs/deadlines.md)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The keys of one case, or a file with one JSON object a line."""
        for key, more in CASE.items():
            option = "--also-kind" if key == "also_kinds" else "--" + key.replace("_", "-")
            parser.add_argument(option, dest=key, default=None, **more)
        parser.add_argument(
            "--event",
            action="append",
            default=[],
            metavar="NAME=ISO[,ISO]",
            help=f"one of: {', '.join(EVENTS)}",
        )
        parser.add_argument("--json", action="store_true", help="one line of JSON")
        parser.add_argument("--batch", metavar="FILE", help="one JSON object a line; - is stdin")

    def handle(self, *args: Any, **options: Any) -> None:
        """Explain one case, or each line of a file."""
        given = {key: options[key] for key in CASE if options[key] is not None}
        if options["batch"]:
            if given or options["event"]:
                raise CommandError("--batch takes its cases from the file alone, as_of as well.")
            self._batch(options["batch"])
            return
        try:
            line = given | {"events": [_event(text) for text in options["event"]]}
            answer = explain(line, today=london_date(datetime.now(UTC)))
        except ValueError as error:
            raise CommandError(str(error)) from None
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for clock in answer["clocks"]:
            self.stdout.write(f"{clock['clock']}: {clock['state']}, due {clock['due'] or '–'}")
            for sentence in clock["why"]:
                self.stdout.write(f"    {sentence}")

    def _batch(self, name: str) -> None:
        """Answer line by line; faulty lines stop nothing, but the whole has then failed."""
        today = london_date(datetime.now(UTC))
        lines = faulty = 0
        with _open(name) as stream:
            for number, text in _lines(stream):
                if text is None:
                    answer = {"error": f"longer than {LONGEST:,} bytes", "line": number}
                else:
                    answer = explain_line(text, today=today, number=number)
                lines += 1
                faulty += "error" in answer
                # What a faulty line quotes may hold letters that no terminal can show.
                self.stdout.write(json.dumps(answer, ensure_ascii="error" in answer))
        if faulty:
            raise CommandError(f"{faulty} of {lines} lines could not be answered.")


def _event(text: str) -> list[str]:
    name, equals, dates = text.partition("=")
    if not equals:
        raise ValueError(f"--event {text}: write NAME=ISO, or NAME=ISO,ISO for two dates")
    return [name, *dates.split(",")]


@contextmanager
def _open(name: str) -> Iterator[BinaryIO]:
    """The file of that name; `-` is the standard input."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as stream:
            yield stream
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from None


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, numbered as in the file; None for one that is too long.

    One line is held at a time, and of a line that is too long only its beginning.
    """
    number = 0
    while text := stream.readline(LONGEST + 1):
        number += 1
        if number == 1:
            text = text.removeprefix(codecs.BOM_UTF8)
        if len(text) > LONGEST and not text.endswith(b"\n"):
            rest = text
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(LONGEST)
            yield number, None
        elif text.strip():
            yield number, text
