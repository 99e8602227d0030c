"""One contract for every scanner; ClamAV's daemon is spoken to as it speaks."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import run_checks

from feedback_forms.connectors.choose import LocalScanner
from feedback_forms.connectors.clamav import ClamAvScanner
from feedback_forms.connectors.development import EICAR, DevelopmentScanner
from feedback_forms.connectors.virus_scanner import ScannerAway


class Daemon(socketserver.StreamRequestHandler):
    """Speaks clamd's protocol: PING and INSTREAM; knows the EICAR test; may refuse long streams."""

    def handle(self) -> None:
        command = self.rfile.readline().strip()
        if command == b"nPING":
            self.wfile.write(b"PONG\n")
            return
        content = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        if len(content) > 5000:
            self.wfile.write(b"INSTREAM size limit exceeded. ERROR\n")
        elif EICAR in content:
            self.wfile.write(b"stream: Eicar-Test-Signature FOUND\n")
        elif b"hang up" not in content:
            self.wfile.write(b"stream: OK\n")


@pytest.fixture
def clamd(settings, tmp_path: Path) -> Iterator[None]:
    """A daemon at the socket that the settings name."""
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "clamd.sock")
    with socketserver.ThreadingUnixStreamServer(settings.CANDOUR_CLAMD_SOCKET, Daemon) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def written(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "file"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("scanner", [ClamAvScanner(), DevelopmentScanner(), LocalScanner()])
def test_every_scanner_passes_a_clean_file_and_finds_the_test_virus(
    scanner, clamd: None, tmp_path: Path
) -> None:
    assert scanner.scan(written(tmp_path, b"clean")).clean
    verdict = scanner.scan(written(tmp_path, b"before " + EICAR))
    assert not verdict.clean
    assert "eicar" in verdict.found.lower()


@pytest.mark.parametrize("content", [b"x" * 6000, b"hang up"])
def test_what_clamav_gives_no_verdict_on_is_not_clean(
    content: bytes, clamd: None, tmp_path: Path
) -> None:
    with pytest.raises(ScannerAway):
        ClamAvScanner().scan(written(tmp_path, content))


def test_without_its_daemon_clamav_is_away(settings, tmp_path: Path) -> None:
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "none.sock")
    assert ClamAvScanner().check_config()
    with pytest.raises(ScannerAway):
        ClamAvScanner().scan(written(tmp_path, b"clean"))


def test_with_its_daemon_clamav_is_fit_and_chosen(clamd: None) -> None:
    assert ClamAvScanner().check_config() == []
    assert LocalScanner().check_config() == []


def test_the_development_scanner_fails_the_check_for_service(settings) -> None:
    settings.CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.development.DevelopmentScanner"
    found = run_checks(tags=["security"], include_deployment_checks=True)
    assert "feedback_forms.E004" in [error.id for error in found]
