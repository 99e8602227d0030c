"""The register of formats: one entry here and one reader beside it add a format."""

from collections.abc import Callable
from dataclasses import dataclass

from public_site.importers.lines import Reading
from public_site.importers.readers.docx import read_docx
from public_site.importers.readers.plain_text import read_plain_text

Reader = Callable[[bytes, str], Reading]


@dataclass(frozen=True)
class Format:
    """A document format: how it is named, how it is recognised, and who reads it."""

    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    # Media types a sound or damaged file of this format can also show.
    perhaps: tuple[str, ...]
    read: Reader


READERS: tuple[Format, ...] = (
    Format(
        title="plain text",
        suffixes=(".txt", ".text"),
        # A policy with stray markup or code-like lines is still text to read.
        media_types=("text/plain", "text/x-c", "text/x-c++", "text/x-tex", "message/rfc822"),
        perhaps=(
            "application/json",
            "text/csv",
            "text/x-java",
            "text/troff",
            "text/x-script.python",
        ),
        read=read_plain_text,
    ),
    Format(
        title="a Word document",
        suffixes=(".docx",),
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        perhaps=("application/zip", "application/octet-stream"),
        read=read_docx,
    ),
)


def accepted_formats() -> str:
    """The formats as a sentence has them: "plain text (.txt) or a Word document (.docx)"."""
    return " or ".join(f"{known.title} ({known.suffixes[0]})" for known in READERS)
