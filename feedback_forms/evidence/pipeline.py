"""One file through the pipeline: sniff, limit, seal; then scan, and draw a copy to look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from shutil import copyfileobj

from feedback_forms.connectors.virus_scanner import ScannerAway, get_virus_scanner
from feedback_forms.evidence import vault
from feedback_forms.evidence.keys import KeysAreWrong, new_data_key, unwrap
from feedback_forms.evidence.sniffing import sniff
from feedback_forms.evidence.spool import nameless, written_down
from feedback_forms.evidence.workshop import draw_apart
from feedback_forms.models import Evidence
from feedback_forms.rules.evidence_states import FileState
from feedback_forms.rules.uploads import (
    Already,
    FileRefused,
    Offered,
    Refusal,
    judge,
    refuse_more_than_fits,
)


@dataclass(frozen=True)
class Examined:
    """What became of a file: its next state; why it is refused; its viewing copy."""

    state: FileState
    refusal: str = ""
    viewing_file: str = ""
    viewing_type: str = ""
    pages: int | None = None

    def write_to(self, evidence: Evidence) -> None:
        """Set what was found in the row, which is not saved."""
        evidence.state = self.state
        evidence.refusal = self.refusal
        evidence.viewing_file = self.viewing_file
        evidence.viewing_type = self.viewing_type
        evidence.pages = self.pages


def receive_file(chunks: Iterable[bytes], *, already: Already) -> Evidence:
    """Seal a file that may be taken, as a row not yet saved; raises FileRefused, leaving nothing.

    Nothing is known yet of viruses, passwords or damage: ``examine`` says that.
    """
    try:
        with written_down(chunks) as spooled:
            refuse_more_than_fits(already, spooled.size)
            content_type = judge(Offered(spooled.size, *sniff(spooled.file)))
            key = new_data_key()
            name = vault.put(spooled.file, key=key.key, part=vault.ORIGINAL)
    except (OSError, KeysAreWrong) as error:
        raise FileRefused(Refusal.FAILED) from error
    return Evidence(
        original_file=name,
        content_type=content_type,
        size=spooled.size,
        sha256=spooled.sha256,
        key_id=key.key_id,
        wrapped_key=key.wrapped,
    )


def take_file(chunks: Iterable[bytes], *, already: Already) -> Evidence:
    """Receive a file and examine it, before any row is written or locked.

    Raises FileRefused, leaving nothing. With the scanner away the file is taken all the same.
    """
    evidence = receive_file(chunks, already=already)
    try:
        found = examine(evidence)
        if found.refusal:
            raise FileRefused(Refusal[found.refusal.upper()])
    except BaseException as error:
        vault.discard(evidence.original_file)
        if isinstance(error, OSError | vault.NotAvailable):
            raise FileRefused(Refusal.FAILED) from error
        raise
    found.write_to(evidence)
    return evidence


def examine(evidence: Evidence) -> Examined:
    """Scan the original and draw the viewing copy; raises OSError and NotAvailable.

    With the scanner away the copy is drawn all the same, so that the person hears at once of a
    file that cannot be opened.
    """
    try:
        state = _scanned(evidence)
        if evidence.viewing_file:
            return Examined(state, "", evidence.viewing_file, evidence.viewing_type, evidence.pages)
        return _drawn(evidence, state)
    except FileRefused as refused:
        return Examined(FileState.REFUSED, refused.refusal.name.lower())


def _scanned(evidence: Evidence) -> FileState:
    with vault.open_unchecked(evidence) as file:
        try:
            verdict = get_virus_scanner().scan(file)
        except ScannerAway:
            return FileState.AWAY
    if not verdict.clean:
        raise FileRefused(Refusal.VIRUS)
    return FileState.CLEAN


def _drawn(evidence: Evidence, state: FileState) -> Examined:
    with nameless() as original, nameless() as copy:
        with vault.open_unchecked(evidence) as sealed:
            copyfileobj(sealed, original)
        original.flush()
        made = draw_apart(original, evidence.content_type, copy)
        key = unwrap(evidence.key_id, evidence.wrapped_key)
        name = vault.put(copy, key=key, part=vault.VIEWING)
    return Examined(state, "", name, made.content_type, made.pages)
