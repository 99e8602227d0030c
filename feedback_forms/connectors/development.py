"""A scanner for development: knows one virus, the harmless EICAR test."""

from typing import BinaryIO

from feedback_forms.connectors.virus_scanner import Verdict

# In two parts, so that this file itself is not taken for the test virus.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"


class DevelopmentScanner:
    """Passes everything that does not hold the EICAR test; never for a real service."""

    def scan(self, file: BinaryIO) -> Verdict:
        """Refuse the EICAR test."""
        if EICAR in file.read():
            return Verdict(clean=False, found="Eicar-Test-Signature")
        return Verdict(clean=True)

    def check_config(self) -> list[str]:
        """It is never fit for service."""
        return ["the development scanner finds no real virus; name a real one"]
