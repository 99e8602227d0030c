"""Write a form to a file: ``manage.py export_form 12 complaint.json``."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from feedback_forms.form_files import as_file
from feedback_forms.models import FormPage


class Command(BaseCommand):
    """The newest draft, with its tests; nothing of what was sent."""

    help = "Write a form to a file that import_form reads back with no difference."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", type=int, help="number of the page, as in its address")
        parser.add_argument("file", type=Path, help="where to write")

    def handle(self, *args: Any, **options: Any) -> None:
        page = FormPage.objects.filter(pk=options["page"]).first()
        if page is None:
            raise CommandError(f"there is no form {options['page']}")
        form = as_file(page.get_latest_revision_as_object())
        text = json.dumps(form, ensure_ascii=False, indent=2) + "\n"
        options["file"].write_text(text, encoding="utf-8")
        self.stdout.write(f"{page.title} is in {options['file']}")
