"""Gunicorn for the drills: before each request it reads at which place the process is to die.

The worker dies there as if it were killed, and the master starts another, as in service.
"""

import os
from pathlib import Path
from typing import Any

workers = 1
preload_app = True
loglevel = "critical"


def pre_request(worker: Any, req: Any) -> None:
    """Put the place where the drill wants it into the worker's environment."""
    os.environ["CANDOUR_CRASH_AT"] = Path(os.environ["DRILL_PLACE"]).read_text()
