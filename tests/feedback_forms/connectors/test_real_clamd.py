"""A real clamd, with a signature database of our own that holds the EICAR test file."""

import io
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from feedback_forms.connectors.clamav import ClamAvScanner
from feedback_forms.connectors.development import EICAR
from feedback_forms.connectors.virus_scanner import ScannerAway
from feedback_forms.evidence.pipeline import take_file
from feedback_forms.rules.uploads import Already, FileRefused
from tests.feedback_forms.evidence.made_files import pdf

pytestmark = pytest.mark.skipif(not shutil.which("clamd"), reason="clamd is not installed")
START_SECONDS = 30
CONFIG = """
DatabaseDirectory {folder}/db
LocalSocket {folder}/clamd.sock
PidFile {folder}/clamd.pid
LogFile {folder}/clamd.log
Foreground yes
StreamMaxLength 25M
"""


@pytest.fixture(scope="module")
def clamd() -> Iterator[Path]:
    """The socket of a daemon that knows one virus. Sockets need a short path."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as name:
        folder = Path(name)
        (folder / "db").mkdir()
        (folder / "db" / "own.ndb").write_text(f"Own.Test.Eicar:0:*:{EICAR.hex()}\n")
        (folder / "clamd.conf").write_text(CONFIG.format(folder=folder))
        for path in (folder, folder / "db"):
            os.chmod(path, 0o755)
        daemon = subprocess.Popen(
            ["clamd", f"--config-file={folder / 'clamd.conf'}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield wait_for(folder)
        finally:
            daemon.terminate()
            daemon.wait(timeout=20)


def wait_for(folder: Path) -> Path:
    """Return the socket when it is there; fails with the daemon's log."""
    end = time.monotonic() + START_SECONDS
    while not (folder / "clamd.sock").is_socket():
        if time.monotonic() > end:
            log = folder / "clamd.log"
            pytest.fail(log.read_text() if log.exists() else "clamd wrote no log")
        time.sleep(0.2)
    return folder / "clamd.sock"


@pytest.fixture
def scanner(clamd: Path, settings: Any) -> ClamAvScanner:
    """The connector at that daemon."""
    settings.CANDOUR_CLAMD_SOCKET = str(clamd)
    return ClamAvScanner()


def test_the_daemon_answers(scanner: ClamAvScanner) -> None:
    assert scanner.answers()
    assert scanner.check_config() == []


def test_a_harmless_file_is_clean(scanner: ClamAvScanner) -> None:
    file = io.BytesIO(b"Dear reader" * 1000)
    assert scanner.scan(file).clean


def test_a_file_with_a_virus_is_not_clean(scanner: ClamAvScanner) -> None:
    file = io.BytesIO(EICAR)
    verdict = scanner.scan(file)
    assert not verdict.clean
    assert "Own.Test.Eicar" in verdict.found


def test_a_file_above_the_daemons_limit_has_no_verdict(scanner: ClamAvScanner) -> None:
    file = io.BytesIO(bytes(26 * 1024 * 1024))
    with pytest.raises(ScannerAway):
        scanner.scan(file)


@pytest.mark.acceptance("F28")
def test_an_upload_goes_to_the_daemon_in_the_clear_and_is_kept_sealed(
    scanner: ClamAvScanner, settings: Any, tmp_path: Path
) -> None:
    settings.CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.clamav.ClamAvScanner"
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    assert take_file([pdf()], already=Already()).state == "clean"
    with pytest.raises(FileRefused, match="contains a virus"):
        take_file([pdf() + EICAR], already=Already())
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2
