"""One file through the pipeline: sniff, limit, scan, clean. What comes out lies in the vault."""

from collections.abc import Iterable
from dataclasses import dataclass

from feedback_forms.connectors.virus_scanner import ScannerAway, get_virus_scanner
from feedback_forms.evidence import vault
from feedback_forms.evidence.sniffing import sniff
from feedback_forms.evidence.viewing_copy import make_viewing_copy
from feedback_forms.rules.uploads import FileRefused, Offered, Refusal, judge


@dataclass(frozen=True)
class Taken:
    """A file that was taken: where its two copies lie, and what is known of it."""

    original_file: str
    viewing_file: str
    content_type: str
    viewing_type: str
    size: int
    sha256: str
    pages: int
    scanned: bool


def take_file(chunks: Iterable[bytes], *, already: int) -> Taken:
    """Take a file or raise FileRefused, leaving nothing behind. ``already``: files given before.

    With the scanner away the file is taken all the same, with ``scanned`` false.
    """
    viewing_path = vault.new_incoming()
    original, viewing_file, original_file = None, "", ""
    try:
        original = vault.write_down(chunks)
        sniffed, head = sniff(original.path)
        content_type = judge(Offered(original.size, sniffed, head, already))
        scanned = _scan(original)
        viewing = make_viewing_copy(original.path, content_type, viewing_path)
        viewing_file = vault.take(viewing_path)
        original_file = vault.take(original.path)
    except OSError as error:
        vault.discard(viewing_file, original_file)
        raise FileRefused(Refusal.FAILED) from error
    finally:
        viewing_path.unlink(missing_ok=True)
        if original:
            original.path.unlink(missing_ok=True)
    return Taken(
        original_file=original_file,
        viewing_file=viewing_file,
        content_type=content_type,
        viewing_type=viewing.content_type,
        size=original.size,
        sha256=original.sha256,
        pages=viewing.pages,
        scanned=scanned,
    )


def _scan(original: vault.Incoming) -> bool:
    try:
        verdict = get_virus_scanner().scan(original.path)
    except ScannerAway:
        return False
    if not verdict.clean:
        raise FileRefused(Refusal.VIRUS)
    return True
