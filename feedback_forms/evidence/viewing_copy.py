"""Makes the copy that staff open: nothing in it acts, and a photo says not where it was taken."""

from dataclasses import dataclass
from pathlib import Path

from feedback_forms.evidence.images import redraw_image
from feedback_forms.evidence.pdfs import copy_pages


@dataclass(frozen=True)
class Viewing:
    """A viewing copy: its type and how many pages it has."""

    content_type: str
    pages: int


def make_viewing_copy(original: Path, content_type: str, target: Path) -> Viewing:
    """Write the viewing copy of ``original`` to ``target``; raises FileRefused."""
    if content_type == "application/pdf":
        return Viewing("application/pdf", copy_pages(original, target))
    return Viewing(redraw_image(original, content_type, target), 1)
