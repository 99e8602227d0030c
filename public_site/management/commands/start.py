"""Serve the demonstration: set up what is missing, say where it is, stop it all together."""

import fcntl
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from public_site.demo.announcing import announcement
from public_site.demo.loading import is_loaded, load_demo
from public_site.settings.base import VAR

HOST = "127.0.0.1"


class Command(BaseCommand):
    requires_system_checks = []  # they run once everything is in its place
    help = "Set up what is missing and serve the demonstration until Ctrl-C"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--reset", action="store_true", help="Start over with new data")
        parser.add_argument("--no-serve", action="store_true", help="Only set up")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CANDOUR_DEMO:
            raise CommandError("These settings are not a demonstration's: use gunicorn.")
        # A closed terminal or a kill ends everything as Ctrl-C does.
        for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signal_number, signal.default_int_handler)
        try:
            with only_one():
                self.run(options["port"], reset=options["reset"], served=not options["no_serve"])
        except KeyboardInterrupt:
            self.say("\nStopped. The data stays: make start goes on with it.")

    def run(self, port: int, *, reset: bool, served: bool) -> None:
        """Set up, then serve until interrupted."""
        if served:
            refuse_busy(port)
        if reset:
            throw_away()
        self.prepare(port)
        if not served:
            self.say("The demonstration's data is ready. To serve it: make start")
            return
        self.announce(port)
        serve(port)

    def prepare(self, port: int) -> None:
        """Bring assets, tables and demo content up to date; quick when they already are."""
        VAR.mkdir(exist_ok=True)
        call_command("nhsuk_assets")
        call_command("migrate", verbosity=0)
        call_command("check", stdout=io.StringIO())
        if not is_loaded():
            self.say("Loading the demonstration …")
            load_demo(as_of=timezone.localdate(), port=port)
        # Links between the sites carry the port, which may be another one each time.
        Site.objects.exclude(port=port).update(port=port)

    def announce(self, port: int) -> None:
        """Say where to look, who to be and how to stop."""
        self.say("\nCandour, a demonstration and not a real service, is at\n")
        for line in announcement(port):
            self.say(line)
        self.say("\nMail is written into var/mail and sent to nobody. Stop with Ctrl-C.")

    def say(self, line: str) -> None:
        """Print a line at once, for people who wait."""
        self.stdout.write(line)
        self.stdout.flush()


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the lock that says the demonstration is in use; raises CommandError if it is."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "in-use.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError("The demonstration is running already: stop it first.") from None
        yield


def refuse_busy(port: int) -> None:
    """Raise CommandError if something else answers on ``port``."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise CommandError(
                f"Port {port} is in use. Choose another one: make start PORT={port + 1}"
            ) from None


def throw_away() -> None:
    """Delete the demonstration's database and files; a database server is left alone."""
    if connection.vendor != "sqlite":
        raise CommandError("Empty the PostgreSQL database yourself, then run make start.")
    database = Path(connection.settings_dict["NAME"])
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    for folder in ("media", "evidence", "documents", "mail", "seals"):
        shutil.rmtree(VAR / folder, ignore_errors=True)


def serve(port: int) -> None:
    """Run the web server and the outbox worker until interrupted or one ends; then stop both."""
    server = ["-m", "gunicorn", "public_site.wsgi", "--threads=8", "--log-level=warning"]
    commands = {
        "web server": [*server, "--graceful-timeout=3", f"--bind={HOST}:{port}"],
        "outbox worker": ["manage.py", "work_outbox", "--loop"],
    }
    with ExitStack() as running:
        names = {}
        for name, command in commands.items():
            # Out of reach of the terminal's Ctrl-C, so that they end in order, without tracebacks.
            process = subprocess.Popen([sys.executable, *command], start_new_session=True)
            running.callback(stop, process)
            names[process.pid] = name
        ended, _ = os.wait()
        raise CommandError(f"The {names[ended]} ended by itself.")


def stop(process: subprocess.Popen) -> None:
    """End a process and wait for it; after ten seconds without asking."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
