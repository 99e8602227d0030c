"""A real demonstration, started as `make start` starts it, for browsers to walk through."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import migrated_database
import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120


@dataclass(frozen=True)
class DemoSite:
    """The running demonstration."""

    port: int
    var: Path

    def url(self, path: str = "/", *, body: str = "hwe") -> str:
        """An address on the site of ``body``."""
        return f"http://{body}.localhost:{self.port}{path}"

    def manage(self, *words: str) -> str:
        """What a management command prints."""
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=environment(self.var),
            capture_output=True,
            text=True,
            check=True,
        ).stdout


def environment(var: Path) -> dict[str, str]:
    """The demonstration's settings, with its data under ``var``."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("CANDOUR_")}
    settings = {"DJANGO_SETTINGS_MODULE": "public_site.settings.dev", "CANDOUR_VAR": str(var)}
    return {**kept, **settings}


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """Migrate, load the demonstration, serve it; stopped and thrown away at the end."""
    running = os.environ.get("CANDOUR_RUNNING_DEMO")
    if running:
        # While writing a journey: a demonstration that runs already, as PORT:FOLDER.
        port, _, folder = running.partition(":")
        yield DemoSite(int(port), Path(folder))
        return
    site = DemoSite(free_port(), tmp_path_factory.mktemp("demonstration"))
    lay_out(site, tmp_path_factory.getbasetemp().parent)
    with (site.var / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--bind",
                f"127.0.0.1:{site.port}",
                "--threads",
                "4",
                "public_site.wsgi",
            ],
            cwd=ROOT,
            env=environment(site.var),
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(site)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=START_SECONDS)


def lay_out(site: DemoSite, of_this_run: Path) -> None:
    """Load the demonstration; of tests that run side by side, the first does so for all of them."""
    setting_up = ("start", "--no-serve", "--port", str(site.port))
    if "PYTEST_XDIST_WORKER" not in os.environ:
        migrated_database.copy_file(site.var / migrated_database.OF_DEMONSTRATION)
        site.manage(*setting_up)
        return
    loaded = of_this_run / "demonstration"
    with FileLock(f"{loaded}.lock"):
        if not loaded.exists():
            first = DemoSite(site.port, of_this_run / "demonstration-half-loaded")
            migrated_database.copy_file(first.var / migrated_database.OF_DEMONSTRATION)
            first.manage(*setting_up)
            first.var.rename(loaded)
    shutil.copytree(loaded, site.var, dirs_exist_ok=True)
    site.manage(*setting_up)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(site: DemoSite) -> None:
    """Return when the site answers; fails with the server's log when it does not."""
    end = time.monotonic() + START_SECONDS
    request = urllib.request.Request(
        f"http://127.0.0.1:{site.port}/", headers={"Host": f"hwe.localhost:{site.port}"}
    )
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(request, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
        else:
            return
    pytest.fail((site.var / "server.log").read_text()[-3000:])
