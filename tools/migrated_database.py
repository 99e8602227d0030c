"""An empty database with all migrations, made once and then copied: migrating takes half a minute.

`migrated_database.py` makes it beforehand, on the PostgreSQL that CANDOUR_TEST_DATABASE_URL names
or as a file. It is kept under ``var`` until a migration changes.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from filelock import FileLock
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "migrated"
PACKAGES = ("permissions", "feedback_forms", "staff_workspace", "public_site")
OURS = re.compile(rf"^(?:from|import) ((?:{'|'.join(PACKAGES)})[\w.]*)", re.MULTILINE)
OF_DEMONSTRATION = "candour.sqlite3"


def fingerprint() -> str:
    """What the tables come from: migrations, what these import, and the packages' own."""
    files = {ROOT / "requirements.txt"}
    for package in PACKAGES:
        files.update((ROOT / package / "migrations").glob("*.py"))
    for migration in list(files):
        for module in OURS.findall(migration.read_text()):
            files.add((ROOT / module.replace(".", "/")).with_suffix(".py"))
    # A module that is not found fails loudly: what it decides would be missed here.
    content = b"".join(file.read_bytes() for file in sorted(files))
    return hashlib.sha256(content).hexdigest()[:16]


def copy_file(to: Path) -> None:
    """Put a migrated SQLite database at ``to``; whoever comes while it is made waits."""
    with _made_file() as kept:
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, to)


def copy_on_postgres(server: str, name: str) -> None:
    """Make the database ``name`` anew, migrated, on the server at the address ``server``."""
    with _made_on_postgres(server) as (open_server, made):
        drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        open_server.execute(drop.format(Identifier(name)))
        copy = SQL("CREATE DATABASE {} TEMPLATE {}")
        open_server.execute(copy.format(Identifier(name), Identifier(made)))


@contextmanager
def _made_file() -> Iterator[Path]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with FileLock(KEPT / "in-use.lock"):
        kept = KEPT / f"{fingerprint()}.sqlite3"
        if not kept.exists():
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            for left in KEPT.glob("tmp*"):
                shutil.rmtree(left)
            with tempfile.TemporaryDirectory(dir=KEPT) as folder:
                _migrate(CANDOUR_VAR=folder)
                (Path(folder) / OF_DEMONSTRATION).rename(kept)
        yield kept


@contextmanager
def _made_on_postgres(address: str) -> Iterator[tuple[psycopg.Connection, str]]:
    made = f"candour_{fingerprint()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(hashtext('candour_migrated'))")
        known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [made])
        if not known.fetchone():
            half = f"{made}_half"
            server.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(half)))
            server.execute(SQL("CREATE DATABASE {}").format(Identifier(half)))
            _migrate(CANDOUR_DATABASE_URL=urlsplit(address)._replace(path=f"/{half}").geturl())
            whole = SQL("ALTER DATABASE {} RENAME TO {}")
            server.execute(whole.format(Identifier(half), Identifier(made)))
        yield server, made


def _migrate(**where: str) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("CANDOUR_")}
    settings = {"DJANGO_SETTINGS_MODULE": "public_site.settings.dev", **where}
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"]
    subprocess.run(command, cwd=ROOT, env={**kept, **settings}, check=True)


def main() -> None:
    """Make it where it is not there."""
    server = os.environ.get("CANDOUR_TEST_DATABASE_URL")
    with _made_on_postgres(server) if server else _made_file():
        pass


if __name__ == "__main__":
    main()
