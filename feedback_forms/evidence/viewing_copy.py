"""Makes the copy that people open: nothing in it acts, and a photo says not where it was taken.

Called in a process apart (``workshop``): what opens a stranger's file may be made to hang, to eat
all memory or worse.
"""

from dataclasses import dataclass
from typing import BinaryIO

from feedback_forms.evidence.images import redraw_image
from feedback_forms.evidence.pdfs import copy_pages


@dataclass(frozen=True)
class Viewing:
    """A viewing copy: its type and how many pages it has."""

    content_type: str
    pages: int


def make_viewing_copy(original: BinaryIO, content_type: str, target: BinaryIO) -> Viewing:
    """Write the viewing copy of ``original`` to ``target``; raises FileRefused."""
    if content_type == "application/pdf":
        return Viewing("application/pdf", copy_pages(original, target))
    return Viewing(redraw_image(original, content_type, target), 1)
