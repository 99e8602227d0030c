"""ClamAV through its daemon's socket. Anything but a plain "OK" is not clean."""

import io
from pathlib import Path
from typing import BinaryIO

from clamav_client.clamd import ClamdError, ClamdUnixSocket
from django.conf import settings

from feedback_forms.connectors.virus_scanner import ScannerAway, Verdict
from feedback_forms.rules.uploads import MAX_SIZE, MEGABYTE

SECONDS = 60
AWAY = "clamd does not answer at CANDOUR_CLAMD_SOCKET"
TOO_LOW = (
    f"clamd gives no verdict on a file of {MAX_SIZE // MEGABYTE} MB: "
    "set its StreamMaxLength to 25M or more"
)


class ClamAvScanner:
    """clamd at CANDOUR_CLAMD_SOCKET; its StreamMaxLength must not be below our 20 MB."""

    def scan(self, file: BinaryIO) -> Verdict:
        """Stream the file to the daemon; raises ScannerAway."""
        try:
            results = self._client().instream(file)
        except (ClamdError, OSError) as error:
            raise ScannerAway(type(error).__name__) from error
        states = list(results.values())
        if len(states) == 1 and states[0][0] == "OK":
            return Verdict(clean=True)
        if any(state == "FOUND" for state, _ in states):
            return Verdict(clean=False, found=str(states[0][1]))
        raise ScannerAway("no verdict")

    def check_config(self) -> list[str]:
        """Say so when the daemon does not answer, or takes no file as large as ours may be."""
        if not self.answers():
            return [AWAY]
        try:
            # The daemon does not tell its limits, so it is shown a file as large as may come.
            self.scan(io.BytesIO(bytes(MAX_SIZE)))
        except ScannerAway:
            return [TOO_LOW]
        return []

    def answers(self) -> bool:
        """Whether the daemon is there."""
        if not Path(settings.CANDOUR_CLAMD_SOCKET).is_socket():
            return False
        try:
            return str(self._client(seconds=2).ping()) == "PONG"
        except (ClamdError, OSError):
            return False

    def _client(self, seconds: int = SECONDS) -> ClamdUnixSocket:
        return ClamdUnixSocket(path=str(settings.CANDOUR_CLAMD_SOCKET), timeout=seconds)
