"""The PDF of an annual report, made once for each content and then kept on disk."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup
from django.conf import settings

from permissions.models import Body
from staff_workspace.documents import annual_report
from staff_workspace.documents.annual_report import AnnualReport
from staff_workspace.policy.profile import load
from staff_workspace.queries.letterhead import branding_of


def paragraphs_of(html: str) -> tuple[str, ...]:
    """The paragraphs and list items of a rich text field, as plain text."""
    found = BeautifulSoup(html, "html.parser").find_all(["p", "li"])
    return tuple(text for item in found if (text := item.get_text(" ", strip=True)))


def pdf_of(report: AnnualReport, body: Body) -> bytes:
    """The report as PDF; from disk where the same report was made before."""
    kept = _place(report, body)
    if kept.exists():
        return kept.read_bytes()
    made = annual_report.render(report, branding_of(body, load(body.profile_key)))
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
        file.write(made)
    # Renamed when complete, so that nobody is ever served half a file.
    os.replace(file.name, kept)
    return made


def _place(report: AnnualReport, body: Body) -> Path:
    content = [
        report.title,
        report.introduction_paragraphs,
        report.figures.to_dict(),
        [report.year_start, report.year_end, report.published_on],
        [body.name, body.brand_colour, body.is_nhs, settings.CANDOUR_DEMO],
    ]
    digest = hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()[:24]
    return Path(settings.MEDIA_ROOT) / "annual-reports" / f"{digest}.pdf"
