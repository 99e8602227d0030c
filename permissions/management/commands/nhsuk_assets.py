"""Copy the NHS design system's compiled CSS and JavaScript to where static files are served."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

SOURCE = "static/wagtailnhsukfrontend"
NAME = "nhsuk-frontend-10.4.2.min"


class Command(BaseCommand):
    requires_system_checks = []
    help = "Copy nhsuk-frontend's compiled files, without the references to outside hosts"

    def handle(self, *args: Any, **options: Any) -> None:
        source = Path(str(files("wagtailnhsukfrontend"))) / SOURCE
        target = Path(settings.CANDOUR_ASSETS) / "nhsuk"
        target.mkdir(parents=True, exist_ok=True)
        css = (source / "css" / f"{NAME}.css").read_text()
        # The web fonts and the source maps would be fetched from elsewhere.
        css = re.sub(r"@font-face\{[^}]*\}", "", css)
        (target / "nhsuk.css").write_text(_without_source_map(css))
        script = (source / "js" / f"{NAME}.js").read_text()
        (target / "nhsuk.js").write_text(_without_source_map(script))


def _without_source_map(text: str) -> str:
    return re.sub(r"(/\*#|//#) sourceMappingURL=[^\n*]*(\*/)?", "", text)
