"""Gunicorn for the drills: before each request it reads at which place the process is to die.

The worker dies there as if it were killed, and the master starts another, as in service.
"""

import os
from pathlib import Path
from typing import Any

workers = 1
preload_app = True
loglevel = "critical"


def when_ready(server: Any) -> None:
    """Read addresses and templates once, so that each new worker is quick."""
    from django.db import connections
    from django.template.loader import get_template
    from django.test import Client

    Client(headers={"host": "hwe.localhost"}).get("/complain/")
    for name in ("check_answers", "sent"):
        get_template(f"feedback_forms/{name}.jinja")
    connections.close_all()


def pre_request(worker: Any, req: Any) -> None:
    """Put the place where the drill wants it into the worker's environment."""
    os.environ["CANDOUR_CRASH_AT"] = Path(os.environ["DRILL_PLACE"]).read_text()
