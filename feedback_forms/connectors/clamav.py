"""ClamAV through its daemon's socket. Anything but a plain "OK" is not clean."""

from pathlib import Path

from clamav_client.clamd import ClamdError, ClamdUnixSocket
from django.conf import settings

from feedback_forms.connectors.virus_scanner import ScannerAway, Verdict

SECONDS = 60


class ClamAvScanner:
    """clamd at CANDOUR_CLAMD_SOCKET; its StreamMaxLength must not be below our 20 MB."""

    def scan(self, file: Path) -> Verdict:
        """Stream the file to the daemon; raises ScannerAway."""
        try:
            with file.open("rb") as stream:
                results = self._client().instream(stream)
        except (ClamdError, OSError) as error:
            raise ScannerAway(type(error).__name__) from error
        states = list(results.values())
        if len(states) == 1 and states[0][0] == "OK":
            return Verdict(clean=True)
        if any(state == "FOUND" for state, _ in states):
            return Verdict(clean=False, found=str(states[0][1]))
        raise ScannerAway("no verdict")

    def check_config(self) -> list[str]:
        """Say so when the daemon does not answer."""
        return [] if self.answers() else ["clamd does not answer at CANDOUR_CLAMD_SOCKET"]

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
