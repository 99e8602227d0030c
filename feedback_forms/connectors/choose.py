"""On one's own machine: ClamAV where it runs, else the development scanner."""

from typing import BinaryIO

from feedback_forms.connectors.clamav import ClamAvScanner
from feedback_forms.connectors.development import DevelopmentScanner
from feedback_forms.connectors.virus_scanner import Verdict, VirusScanner


class LocalScanner:
    """Chooses anew for each file, so that ClamAV may be started at any time."""

    def scan(self, file: BinaryIO) -> Verdict:
        """The verdict of the chosen scanner; raises ScannerAway."""
        return self._chosen().scan(file)

    def check_config(self) -> list[str]:
        """What the chosen scanner says of itself."""
        return self._chosen().check_config()

    def _chosen(self) -> VirusScanner:
        clamav = ClamAvScanner()
        return clamav if clamav.answers() else DevelopmentScanner()
