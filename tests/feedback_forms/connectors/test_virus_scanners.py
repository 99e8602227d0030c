"""One contract for every scanner; ClamAV's daemon is spoken to as it speaks."""

import io
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import run_checks

from feedback_forms.connectors.choose import LocalScanner
from feedback_forms.connectors.clamav import TOO_LOW, ClamAvScanner
from feedback_forms.connectors.development import EICAR, DevelopmentScanner
from feedback_forms.connectors.virus_scanner import ScannerAway
from feedback_forms.rules.uploads import MEGABYTE


class Daemon(socketserver.StreamRequestHandler):
    """Speaks clamd's protocol: PING and INSTREAM; knows the EICAR test; may refuse long streams."""

    def handle(self) -> None:
        command = self.rfile.readline().strip()
        if command == b"nPING":
            self.wfile.write(b"PONG\n")
            return
        content = bytearray()
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        if len(content) > self.server.stream_max_length:
            self.wfile.write(b"INSTREAM size limit exceeded. ERROR\n")
        elif EICAR in content:
            self.wfile.write(b"stream: Eicar-Test-Signature FOUND\n")
        elif b"hang up" not in content:
            self.wfile.write(b"stream: OK\n")


@pytest.fixture
def clamd(settings, tmp_path: Path) -> Iterator[socketserver.ThreadingUnixStreamServer]:
    """A daemon at the socket that the settings name."""
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "clamd.sock")
    with socketserver.ThreadingUnixStreamServer(settings.CANDOUR_CLAMD_SOCKET, Daemon) as server:
        server.stream_max_length = 25 * MEGABYTE
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize("scanner", [ClamAvScanner(), DevelopmentScanner(), LocalScanner()])
def test_every_scanner_passes_a_clean_file_and_finds_the_test_virus(scanner, clamd: None) -> None:
    assert scanner.scan(io.BytesIO(b"clean")).clean
    verdict = scanner.scan(io.BytesIO(b"before " + EICAR))
    assert not verdict.clean
    assert "eicar" in verdict.found.lower()


@pytest.mark.parametrize("content", [b"x" * 6000, b"hang up"])
def test_what_clamav_gives_no_verdict_on_is_not_clean(content: bytes, clamd) -> None:
    clamd.stream_max_length = 5000
    with pytest.raises(ScannerAway):
        ClamAvScanner().scan(io.BytesIO(content))


def test_a_daemon_that_takes_less_than_our_largest_file_is_not_fit(clamd) -> None:
    clamd.stream_max_length = 10 * MEGABYTE
    assert ClamAvScanner().check_config() == [TOO_LOW]


def test_without_its_daemon_clamav_is_away(settings, tmp_path: Path) -> None:
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "none.sock")
    assert ClamAvScanner().check_config()
    with pytest.raises(ScannerAway):
        ClamAvScanner().scan(io.BytesIO(b"clean"))


def test_with_its_daemon_clamav_is_fit_and_chosen(clamd: None) -> None:
    assert ClamAvScanner().check_config() == []
    assert LocalScanner().check_config() == []


def test_the_development_scanner_fails_the_check_for_service(settings) -> None:
    settings.CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.development.DevelopmentScanner"
    found = run_checks(tags=["security"], include_deployment_checks=True)
    assert "feedback_forms.E004" in [error.id for error in found]
