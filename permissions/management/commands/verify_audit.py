"""Prove that the audit is whole, or say where it was touched, or where that cannot be told."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from permissions.verifying import verify


class Command(BaseCommand):
    help = "Find an altered, removed, inserted or moved row of the audit; exit status 1 if any, 2 if untold"

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        verdict = verify()
        seconds = time.monotonic() - began
        for fault in verdict.faults:
            self.stderr.write(fault)
        for doubt in verdict.doubts:
            self.stderr.write(f"Cannot be told: {doubt}")
        for note in verdict.notes:
            self.stdout.write(f"Note: {note}")
        figures = (
            f"{verdict.rows:,} rows and {verdict.seals:,} seals read in {seconds:.1f} s; "
            f"{verdict.unsealed:,} rows are not sealed yet"
        )
        if verdict.faults:
            raise CommandError(f"The audit was TOUCHED ({len(verdict.faults)} findings): {figures}")
        if verdict.doubts:
            raise CommandError(
                f"Whether the audit is whole CANNOT BE TOLD: {figures}", returncode=2
            )
        self.stdout.write(f"The audit is whole: {figures}")
