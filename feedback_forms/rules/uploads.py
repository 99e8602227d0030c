"""Which files are taken: types, sizes, counts, and the words when one is not."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024
MAX_SIZE = 20 * MEGABYTE
MAX_FILES = 10
#: Bytes of all files that belong to one thing to send.
MAX_TOTAL = 100 * MEGABYTE
#: A post with more than this is not read to its end.
MAX_BODY = 250 * MEGABYTE
MAX_PAGES = 1000
MAX_PIXELS = 50_000_000

#: What libmagic calls the types that are taken → how they are kept.
TYPES = {
    "application/pdf": "application/pdf",
    "image/jpeg": "image/jpeg",
    "image/png": "image/png",
    "image/heic": "image/heic",
    "image/heif": "image/heic",
    "image/heic-sequence": "image/heic",
    "image/heif-sequence": "image/heic",
}
#: Control, format (direction) and unassigned characters.
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
LIST = "PDF, JPG, PNG or HEIC"


class Refusal(StrEnum):
    """Why a file is not taken; the value is the message."""

    EMPTY = "The selected file is empty"
    TOO_BIG = "The selected file must be smaller than 20MB"
    WRONG_TYPE = f"The selected file must be a {LIST}"
    VIRUS = "The selected file contains a virus"
    PASSWORD = "The selected file is password protected"
    FAILED = "The selected file could not be uploaded – try again"
    TOO_MANY = f"You can only select up to {MAX_FILES} files at the same time"
    TOO_MANY_PAGES = f"The selected file must have {MAX_PAGES:,} pages or fewer"
    TOTAL = f"The selected files must be smaller than {MAX_TOTAL // MEGABYTE}MB together"


class FileRefused(ValueError):
    """A file that is not taken; ``refusal`` holds the message."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True)
class Offered:
    """What is known of a file before it is opened. ``sniffed`` is libmagic's type."""

    size: int
    sniffed: str
    head: bytes


@dataclass(frozen=True)
class Already:
    """What was given before: files for the same question, and bytes for everything together."""

    files: int = 0
    total: int = 0


def refuse_more_than_fits(already: Already, size: int) -> None:
    """Raise FileRefused when there is no room for one more file of ``size`` bytes."""
    if already.files >= MAX_FILES:
        raise FileRefused(Refusal.TOO_MANY)
    if already.total + size > MAX_TOTAL:
        raise FileRefused(Refusal.TOTAL)


def judge(offered: Offered) -> str:
    """The type under which the file is kept; raises FileRefused. The name counts for nothing."""
    if offered.size == 0:
        raise FileRefused(Refusal.EMPTY)
    if offered.size >= MAX_SIZE:
        raise FileRefused(Refusal.TOO_BIG)
    kept_as = TYPES.get(offered.sniffed)
    # A PDF that begins with something else may be two files in one.
    if kept_as is None or (kept_as == "application/pdf" and not offered.head.startswith(b"%PDF-")):
        raise FileRefused(Refusal.WRONG_TYPE)
    return kept_as


def size_in_words(size: int) -> str:
    """A size as people read it: 340 KB, 1.2 MB."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".0 ", " ")


def display_name(name: str) -> str:
    """The file's name as it may be shown: no folders, no control or direction marks, 200 long."""
    base = re.split(r"[/\\]", name)[-1]
    shown = "".join(c for c in base if unicodedata.category(c) not in UNSHOWN).strip()
    stem, dot, suffix = shown.rpartition(".")
    if len(shown) > 200:
        shown = f"{stem[: 199 - len(suffix)]}.{suffix}" if dot and len(suffix) < 10 else shown[:200]
    return shown or "file"
