"""Says at the end of the tests what the run around them could not check, above the last line."""

import os
from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Nothing where everything was checked, or where nobody told."""
    if lines := os.environ.get("CANDOUR_NOT_CHECKED"):
        terminalreporter.write_line(lines)
