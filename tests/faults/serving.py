"""A real server whose processes die where a drill says, and a person who goes on all the same."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "hwe.localhost"
START_SECONDS = 180


@dataclass(frozen=True)
class Drill:
    """The folder with the data, the port, and the database's address (empty: SQLite)."""

    var: Path
    port: int
    database: str = ""
    module: str = "tests.faults.receiving_drill"

    def environment(self, **more: str) -> dict[str, str]:
        """The demonstration's settings over this data."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("CANDOUR_")}
        place = str(self.var / "place")
        own = {"CANDOUR_VAR": str(self.var), "DRILL_PLACE": place, "PYTHONPATH": str(ROOT)}
        if self.database:
            own["CANDOUR_DATABASE_URL"] = self.database
        return {**kept, **own, "DJANGO_SETTINGS_MODULE": "public_site.settings.dev", **more}

    def run(self, *words: str, **more: str) -> Any:
        """What a step inside Django answers."""
        command = [sys.executable, "-m", self.module, *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment(**more), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def manage(self, *words: str) -> None:
        """Run a command of Django's."""
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self.environment(), check=True)

    def die_at(self, place: str) -> None:
        """Say where the next requests make the server's process die; empty: nowhere."""
        (self.var / "place").write_text(place)


@contextmanager
def serving(drill: Drill) -> Iterator[None]:
    """The site, served by gunicorn until the block ends."""
    drill.die_at("")
    command = [sys.executable, "-m", "gunicorn", "-c", "tests/faults/drill_gunicorn.py"]
    command += [f"--bind=127.0.0.1:{drill.port}", "public_site.wsgi"]
    with (drill.var / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=drill.environment(), stdout=log, stderr=log
        )
    try:
        _wait_for(drill.port, server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended by itself"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


# Everybody writes from home: hundreds who send from one address within the hour are held up.
_homes = (f"127.0.{number // 250}.{number % 250 + 1}" for number in count(250))


@dataclass
class Person:
    """Somebody at the check-answers page, with the cookies of their browser."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    home: str = field(default_factory=lambda: next(_homes))
    page: str = ""
    path: str = ""

    def go(self, path: str) -> "Person":
        """Open a page; as a browser does, follow where it leads."""
        return self._ask("GET", path)

    def send(self) -> bool:
        """Press the button of the page that is open; False when the connection broke off."""
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.page))
        try:
            self._ask("POST", self.path, hidden)
        except (http.client.HTTPException, ConnectionError):
            return False
        return True

    @property
    def reference(self) -> str:
        """The reference that they were told."""
        found = re.search(r'candour-reference">([^<]+)<', self.page)
        return found.group(1) if found else ""

    def _ask(self, method: str, path: str, data: dict[str, str] | None = None) -> "Person":
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=120, source_address=(self.home, 0)
        )
        headers = {"Host": f"{HOST}:{self.port}", "Connection": "close"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if data is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, urlencode(data) if data else None, headers)
            answer = connection.getresponse()
            content = answer.read().decode()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies.update({k: v.value for k, v in SimpleCookie(line).items()})
        if answer.status in {301, 302}:
            return self._ask("GET", urlsplit(answer.headers["Location"]).path)
        self.page, self.path = content, path
        return self
