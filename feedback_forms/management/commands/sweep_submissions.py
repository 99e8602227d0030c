"""Say how many submissions have no case, and see that each gets one."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from feedback_forms.actions.sweep_submissions import sweep_submissions


class Command(BaseCommand):
    help = "Find submissions without a case and put them back into the outbox"

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweep_submissions(now=timezone.now())
        self.stdout.write(f"{swept.without_case} without a case, {swept.put_again} put again")
