"""Print where two profiles differ; needs no database."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from staff_workspace.policy.compare import compare
from staff_workspace.policy.profile import NAMES, ProfileError, load


class Command(BaseCommand):
    """`compare_profiles A B`: one parameter a line, with both values and their paragraphs."""

    help = "Show every parameter in which two profiles differ."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The names of the two profiles."""
        parser.add_argument("left", help=f"one of {', '.join(NAMES)}")
        parser.add_argument("right")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare and print."""
        try:
            left, right = load(options["left"]), load(options["right"])
        except ProfileError as error:
            raise CommandError(str(error)) from None
        differences = compare(left, right)
        for found in differences:
            self.stdout.write(found.key)
            for name, value, source, verified in (
                (options["left"], found.left, found.left_source, found.left_verified),
                (options["right"], found.right, found.right_source, found.right_verified),
            ):
                doubt = "" if verified else " (not verified)"
                where = f" [{source}]" if source else ""
                self.stdout.write(f"    {name}: {_words(value)}{where}{doubt}")
        self.stdout.write(f"{len(differences)} differences")


def _words(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value) or "none"
    return str(value)
