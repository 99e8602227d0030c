"""Make a draft of a form in a file: ``manage.py import_form complaint.json --parent 3``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from wagtail.models import Page

from feedback_forms.form_files import FormFileError, draft_from, read_file


class Command(BaseCommand):
    """Nothing is published: an editor looks it over first."""

    help = "Make a draft of a form that export_form wrote."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file")
        parser.add_argument("--parent", type=int, required=True, help="number of the page above")

    def handle(self, *args: Any, **options: Any) -> None:
        parent = Page.objects.filter(pk=options["parent"]).first()
        if parent is None:
            raise CommandError(f"there is no page {options['parent']}")
        try:
            form = read_file(options["file"].read_bytes())
        except OSError as error:
            raise CommandError(str(error)) from None
        except FormFileError as error:
            raise CommandError("\n".join(error.words)) from None
        page = draft_from(parent.specific, form)
        self.stdout.write(f"{page.title} is a draft: page {page.pk}")
