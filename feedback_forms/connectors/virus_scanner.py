"""What is asked of a virus scanner, and which one the settings name."""

from dataclasses import dataclass
from typing import BinaryIO, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class ScannerAway(Exception):
    """The scanner gave no verdict; the file is neither clean nor refused."""


@dataclass(frozen=True)
class Verdict:
    """What the scanner says of a file; ``found`` names the virus."""

    clean: bool
    found: str = ""


class VirusScanner(Protocol):
    """Named by CANDOUR_VIRUS_SCANNER."""

    def scan(self, file: BinaryIO) -> Verdict:
        """The verdict on a file; raises ScannerAway when there is none."""
        ...

    def check_config(self) -> list[str]:
        """What makes this scanner unfit for service now; empty when it is fit."""
        ...


def get_virus_scanner() -> VirusScanner:
    """The scanner that the settings name; raises ImportError when there is none."""
    scanner: VirusScanner = import_string(settings.CANDOUR_VIRUS_SCANNER)()
    return scanner
