"""Submissions with two files of 1 MB: how many a second, how long the slowest twentieth waits.

The same machine, server and load measure our form, a bare Django view that inserts one row and
writes the same files, and Wagtail's own form with the same twelve fields, which takes no files.
"""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import postgres_cluster
from bench_load import Visitors, cpu_ms, memory_mb
from bench_wire import first_and_later

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
SUBMISSIONS = 60
FIRST_KB, LATER_KB = 100, 15


def forms(number: int = SUBMISSIONS) -> list[str]:
    """Measure on SQLite and, where it is installed, on PostgreSQL; returns what was not kept."""
    broken = _measured("SQLite", "", number)
    programs = postgres_cluster.programs()
    if programs is None:
        print("\nSubmissions on PostgreSQL: skipped, initdb and pg_ctl are not installed.")
        return broken
    with postgres_cluster.cluster(programs) as address:
        return broken + _measured("PostgreSQL", address, number)


def _measured(name: str, database: str, number: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="candour-bench-") as folder:
        environment = {
            **os.environ,
            "CANDOUR_BENCH_FOLDER": folder,
            "CANDOUR_BENCH_DATABASE": database,
            "DJANGO_SETTINGS_MODULE": "bench_site.settings",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{TOOLS}",
        }
        prepare = [sys.executable, "-m", "bench_site.prepare"]
        subprocess.run(prepare, cwd=ROOT, env=environment, check=True)
        with served(environment) as (address, server):
            return _compared(name, address, server, number)


def _compared(name: str, address: str, server: int, number: int) -> list[str]:
    print(f"\nSubmissions on {name}: 2 workers, 4 visitors at a time, {number} each")
    print(f"    {'':34} a second     p95 s   server's processor ms each")
    visitors = Visitors(address)
    ways = {
        "bare view, one INSERT, two files": visitors.bare,
        "Wagtail's own form, without files": visitors.stock,
        "ours, page by page, two files": visitors.ours,
    }
    for title, way in ways.items():
        before = cpu_ms(server)
        told = visitors.many(way, number)
        spent = (cpu_ms(server) - before) / number
        print(f"    {title:34} {told.per_second:8.1f}  {told.p95:8.2f}   {spent:8.0f}")
    print(f"    memory of the largest worker: {memory_mb(server):.0f} MB")
    first, later = first_and_later(address)
    print(f"    wire size of a question page: {first:.1f} kB at first, {later:.1f} kB after")
    broken = []
    if first > FIRST_KB:
        broken.append(f"a first question page takes {first:.0f} kB")
    if later > LATER_KB:
        broken.append(f"a later question page takes {later:.0f} kB")
    return broken


@contextmanager
def served(environment: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Gunicorn with two workers on a free port of this machine; yields address and process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "django.core.wsgi:get_wsgi_application()"]
    options = ["--workers=2", "--threads=2", f"--bind=127.0.0.1:{port}", "--log-level=error"]
    process = subprocess.Popen([*command, *options], cwd=ROOT, env=environment)
    try:
        Visitors(f"http://localhost:{port}").wait_until_served()
        yield f"http://localhost:{port}", process.pid
    finally:
        process.terminate()
        process.wait()
